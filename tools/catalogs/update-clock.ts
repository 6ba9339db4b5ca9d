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
  const { municipal, higher, governing } = reading;
  const provisional = reading.provisional ? '(暂定,放假通知公布后重算)' : '';
  const other = [municipal, higher].find((rule) => rule && rule !== governing && rule.due !== governing.due);
  const beside = other ? `;按《${other.rule.instrument}》${other.rule.clause ?? ''}是${printDay(other.due)}` : '';
  return `最晚${printDay(governing.due)}前更新目录并报市数据资源局备案${provisional}(《${governing.rule.instrument}》${governing.rule.clause ?? ''},${governing.days} 个工作日${beside})。`;
}
