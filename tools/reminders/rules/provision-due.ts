/** Sharing was agreed to and the data are not there yet: the ladder towards the last day that higher law sets. */
import { clockOf } from '../clock-of.ts';
import { dueLadder } from '../due-ladder.ts';
import type { ReminderRule } from '../matter.ts';
import { lookAtRequest, requestName } from '../request-name.ts';

export const provisionDue: ReminderRule = {
  name: 'provision-due',
  title: '提供数据期限',
  about: ['requests'],
  matters: ({ requests }, calendar, now) =>
    requests.flatMap((request) => {
      if (request.state !== 'approved') return [];
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
          what: `${requestName(request)}已同意,等待${request.providerName}${clock.does}`,
          article: clock.article,
          until: clock.due,
          binding: true,
          provisional: clock.provisional,
          offers: [
            { title: `登记提供 #${request.number}`, tool: 'record-provision', fields: { requestId: request.id } },
            lookAtRequest(request),
          ],
          steps: dueLadder(clock.due, clock.startedOn, calendar),
        },
      ];
    }),
};
