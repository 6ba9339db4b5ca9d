/** An entry's data are due again by its own update cycle: told when the cycle comes round, and twice more. */
import { updateCycles } from '#prisma/catalog-codes.ts';
import type { UpdateCycle } from '#prisma/generated/enums.ts';
import { addDays, type IsoDate } from '#tools/deadlines/iso-date.ts';
import { addMonths } from '../add-months.ts';
import { laterSteps } from '../due-ladder.ts';
import type { ReminderRule } from '../matter.ts';
import { shiftWorkingDays, workingDayOnOrAfter } from '../working-days.ts';

/** Months from one refresh to the next. Shorter cycles run by machines and are the check-up's business, not a person's. */
const months: Partial<Record<UpdateCycle, number>> = { monthly: 1, quarterly: 3, half_yearly: 6, yearly: 12 };

export function nextRefresh(cycle: UpdateCycle, lastOn: IsoDate): IsoDate | null {
  const length = months[cycle];
  if (length !== undefined) return addMonths(lastOn, length);
  return cycle === 'weekly' ? addDays(lastOn, 7) : null;
}

export const updateCycle: ReminderRule = {
  name: 'update-cycle',
  title: '数据更新周期',
  about: ['entries'],
  matters: ({ entries }, calendar) =>
    entries.flatMap(({ id, name, departmentId, updateCycle: cycle, dataUpdatedOn }) => {
      const due = nextRefresh(cycle, dataUpdatedOn);
      if (due === null) return [];
      const [first, ...later] = [
        workingDayOnOrAfter(due, calendar),
        ...laterSteps(due, [5, 20], ['handler'], calendar),
      ];
      return [
        {
          subjectKind: 'catalog_entry',
          subjectId: id,
          round: dataUpdatedOn,
          since: new Date(`${dataUpdatedOn}T00:00:00+08:00`),
          departmentId,
          personId: null,
          what: `目录“${name}”${updateCycles[cycle].label}更新的周期到了,数据上次更新于${dataUpdatedOn}`,
          article: '第十六条第二款',
          until: shiftWorkingDays(due, 0, calendar),
          binding: false,
          offers: [{ title: '更新目录', tool: 'revise-catalog-entry', fields: { entryId: id } }],
          steps: [{ name: '0d', on: first, to: ['handler'] as const }, ...later],
        },
      ];
    }),
};
