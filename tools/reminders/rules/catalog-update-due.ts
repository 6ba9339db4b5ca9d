/** A law or a function changed: the entries it touches are to be updated and filed within the days of Art. 16. */
import { clockOf } from '../clock-of.ts';
import { dueLadder } from '../due-ladder.ts';
import type { ReminderRule } from '../matter.ts';

export const catalogUpdateDue: ReminderRule = {
  name: 'catalog-update-due',
  title: '目录更新期限',
  about: ['duties'],
  matters: ({ duties }, calendar, now) =>
    duties.flatMap(({ id, number, kind, title, departmentId, departmentName, clocks }) => {
      if (kind !== 'catalog_update') return [];
      const clock = clocks.map((one) => clockOf(one, calendar, now)).find((one) => one !== null);
      if (!clock) return [];
      return [
        {
          subjectKind: 'duty',
          subjectId: id,
          round: `${clock.limit}.${clock.extensions}`,
          since: clock.since,
          departmentId,
          personId: null,
          what: `目录更新任务 #${number}“${title}”(${departmentName})还没有报备案`,
          article: clock.article,
          until: clock.due,
          binding: true,
          provisional: clock.provisional,
          offers: [{ title: '目录更新备案', tool: 'report-catalog-update', fields: { number } }],
          steps: dueLadder(clock.due, clock.startedOn, calendar),
        },
      ];
    }),
};
