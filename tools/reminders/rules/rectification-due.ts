/** The bureau demanded a rectification by a day (Arts. 13, 18): the ladder towards it. */
import { changshaDay } from '#tools/deadlines/changsha-day.ts';
import { dueLadder } from '../due-ladder.ts';
import type { ReminderRule } from '../matter.ts';

export const rectificationDue: ReminderRule = {
  name: 'rectification-due',
  title: '整改期限',
  about: ['duties'],
  matters: ({ duties }, calendar) =>
    duties.flatMap(({ id, number, kind, title, dueOn, departmentId, departmentName, openedAt }) =>
      kind !== 'rectification' || dueOn === null
        ? []
        : [
            {
              subjectKind: 'duty',
              subjectId: id,
              round: dueOn,
              since: openedAt,
              departmentId,
              personId: null,
              what: `整改任务 #${number}“${title}”(${departmentName})还没有完成`,
              article: '第十三条第四款',
              until: dueOn,
              binding: true,
              offers: [{ title: '报告整改完成', tool: 'report-rectification', fields: { number } }],
              steps: dueLadder(dueOn, changshaDay(openedAt), calendar),
            },
          ],
    ),
};
