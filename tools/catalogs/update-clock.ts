/** The clock of an update task (Art. 16: 15 working days; higher law is stricter): its due date as it is said. */
import { loadLimits } from '#tools/deadlines/load-limits.ts';
import { printDay } from '#tools/deadlines/print-day.ts';
import { readClock } from '#tools/deadlines/read-clock.ts';
import { cityCalendar } from '#tools/requests/city-calendar.ts';
import type { LookContext } from '../tool-context.ts';

export const updateLimit = 'catalog-update';
export const updateArticle = '第十六条第三款';

/** One sentence; names both dates where they differ. @param occurredOn day 0, `YYYY-MM-DD` */
export async function updateDueWords(
  occurredOn: string,
  { db, now }: Pick<LookContext, 'db' | 'now'>,
): Promise<string> {
  const limit = loadLimits().find(({ id }) => id === updateLimit);
  if (!limit) throw new Error(`the limits table has no row ${updateLimit}`);
  const reading = readClock({
    limit,
    events: [{ kind: 'started', on: occurredOn }],
    calendar: await cityCalendar(db),
    now,
  });
  const provisional = reading.provisional ? '(暂定,放假通知公布后重算)' : '';
  // The city's rule first, then where higher law is stricter.
  const rules = [reading.municipal, reading.higher].filter((rule) => rule !== null);
  const dates = rules.map(
    ({ rule, days, due }) => `按《${rule.instrument}》${rule.clause ?? ''}(${days} 个工作日)最晚${printDay(due)}`,
  );
  const byStricter = rules.length > 1 ? `;请按较早的${printDay(reading.remindBy)}办理` : '';
  return `更新目录并报市数据资源局备案的期限:${dates.join(',')}${byStricter}${provisional}。`;
}
