/** A request waits for its answer: the ladder towards the last day of Arts. 22 and 24 (correction: of higher law). */
import { awaitsAnswer } from '#tools/requests/lifecycle.ts';
import type { ReminderRule } from '../matter.ts';
import { requestMatter } from '../request-matter.ts';

const answerTools = {
  share: 'answer-share-request',
  open: 'answer-open-request',
  correction: 'answer-correction-request',
} as const;

export const answerDue: ReminderRule = {
  name: 'answer-due',
  title: '答复期限',
  about: ['requests'],
  matters: ({ requests }, calendar, now) =>
    requests
      .filter(({ state }) => awaitsAnswer(state))
      .flatMap((request) => {
        const { id, kind, number } = request;
        const act = { title: `答复 #${number}`, tool: answerTools[kind], fields: { requestId: id } };
        return requestMatter(request, { standing: '等待', act }, calendar, now);
      }),
};
