/** The provider asked for a supplement and the requester has not supplied it: three reminders, for no law sets a day. */
import { changshaDay } from '#tools/deadlines/changsha-day.ts';
import { laterSteps } from '../due-ladder.ts';
import type { ReminderRule } from '../matter.ts';
import { lookAtRequest, requestName } from '../request-name.ts';

export const supplementUnanswered: ReminderRule = {
  name: 'supplement-unanswered',
  title: '补充材料',
  about: ['requests'],
  matters: ({ requests }, calendar) =>
    requests.flatMap((request) => {
      const { id, number, state, supplementAskedAt: askedAt } = request;
      if (state !== 'supplement_asked' || askedAt === null) return [];
      return [
        {
          subjectKind: 'request',
          subjectId: id,
          round: askedAt.toISOString(),
          since: askedAt,
          departmentId: request.requesterDepartmentId,
          personId: request.requesterId,
          what: `${requestName(request)}在等您补充材料,答复的期限照样在走`,
          article: null,
          until: null,
          binding: false,
          offers: [
            { title: `补充材料 #${number}`, tool: 'supply-supplement', fields: { requestId: id } },
            lookAtRequest(request),
          ],
          steps: laterSteps(changshaDay(askedAt), [2, 4, 6], ['handler'], calendar),
        },
      ];
    }),
};
