/** A request waits for its answer: the ladder towards the last day of Arts. 22 and 24 (correction: of higher law). */
import { clockOf } from '../clock-of.ts';
import { dueLadder } from '../due-ladder.ts';
import { requestName, lookAtRequest } from '../request-name.ts';
import type { ReminderRule } from '../matter.ts';
import { awaitsAnswer } from '#tools/requests/lifecycle.ts';

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
    requests.flatMap((request) => {
      if (!awaitsAnswer(request.state)) return [];
      const clock = request.clocks.map((one) => clockOf(one, calendar, now)).find((one) => one !== null);
      if (!clock) return [];
      return [
        {
          subjectKind: 'request',
          subjectId: request.id,
          round: `${clock.limit}.${clock.extensions}`,
          since: clock.since,
          departmentId: request.providerDepartmentId,
          personId: request.handlerId,
          what: `${requestName(request)}等待${request.providerName}${clock.does}`,
          article: clock.article,
          until: clock.due,
          binding: true,
          provisional: clock.provisional,
          offers: [
            { title: `答复 #${request.number}`, tool: answerTools[request.kind], fields: { requestId: request.id } },
            lookAtRequest(request),
          ],
          steps: dueLadder(clock.due, clock.startedOn, calendar),
        },
      ];
    }),
};
