/** A new IT project (Art. 13): its catalogs and data are due on the dates its officer gave. */
import { changshaDay } from '#tools/deadlines/changsha-day.ts';
import { dueLadder } from '../due-ladder.ts';
import type { ReminderRule } from '../matter.ts';

export const projectMilestone: ReminderRule = {
  name: 'project-milestone',
  title: '信息化项目节点',
  about: ['duties'],
  matters: ({ duties }, calendar) =>
    duties
      .filter(({ kind }) => kind === 'project')
      .flatMap(({ id, number, title, departmentId, departmentName, openedAt, openedById, milestones }) =>
        milestones.flatMap(({ name, on, done, article }) =>
          done
            ? []
            : [
                {
                  subjectKind: 'duty',
                  subjectId: id,
                  round: `${name}@${on}`,
                  since: openedAt,
                  departmentId,
                  personId: openedById,
                  what: `信息化项目 #${number}“${title}”(${departmentName})的节点“${name}”`,
                  article,
                  until: on,
                  // The date is the department's own: it may be put off.
                  binding: false,
                  offers: [
                    {
                      title: `登记完成:${name}`,
                      tool: 'report-project-milestone',
                      fields: { number, milestone: name },
                    },
                  ],
                  steps: dueLadder(on, changshaDay(openedAt), calendar),
                },
              ],
        ),
      ),
};
