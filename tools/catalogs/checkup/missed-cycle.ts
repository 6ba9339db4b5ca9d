/** Data that were not refreshed when their update cycle says they would be. */
import type { UpdateCycle } from '#prisma/generated/enums.ts';
import { updateCycles } from '#prisma/catalog-codes.ts';
import { type CheckRule, measures } from './finding.ts';

/** Days after which a cycle has certainly been missed: its length, and half again for weekends, holidays and late work. */
const latest: Partial<Record<UpdateCycle, number>> = {
  realtime: 7,
  daily: 10,
  weekly: 17,
  monthly: 46,
  quarterly: 138,
  half_yearly: 275,
  yearly: 458,
};

export const missedCycle: CheckRule = {
  name: 'cycle-missed',
  check: ({ dataUpdatedOn, content: { updateCycle } }, today) => {
    const allowed = updateCycle === null ? undefined : latest[updateCycle];
    if (updateCycle === null || allowed === undefined || dataUpdatedOn === null) return [];
    const days = Math.round((Date.parse(today) - Date.parse(dataUpdatedOn)) / 86_400_000);
    if (days <= allowed) return [];
    const { label } = updateCycles[updateCycle];
    return [
      {
        text: `更新周期是${label},数据却已 ${days} 天没有更新(最近更新于 ${dataUpdatedOn})`,
        // “对政务数据的数量、质量、更新和清洗等情况进行监测和评价”.
        clause: measures('第十八条第一款'),
        fix: { field: 'updateCycle', suggestion: '尽快更新数据;确实做不到的,把更新周期改成实际的周期。' },
      },
    ];
  },
};
