/** What looks wrong in a notice and wants a second look before dates are counted with it. */
import { addDays, isIsoDate, monthOf, weekdayOf, yearOf } from '../iso-date.ts';
import { printDay } from '../print-day.ts';
import type { GivenNotice } from './read-holiday-cn.ts';

/** A make-up day further from its holiday than this has not been seen since 2007. */
const farthest = 15;

/** @returns plain sentences for the operator; none when all is as notices use to be */
export function doubtsOfNotice({ year, days }: Pick<GivenNotice, 'year' | 'days'>): readonly string[] {
  const doubts: string[] = [];
  const seen = new Set<string>();
  const off = new Set(days.filter((day) => day.off).map(({ date }) => date));
  for (const { date, name, off: isOff } of days) {
    if (seen.has(date)) doubts.push(`${printDay(date)}出现了两次`);
    seen.add(date);
    const inYear = yearOf(date) === year || (yearOf(date) === year - 1 && monthOf(date) === 12);
    if (!isIsoDate(date) || !inYear) doubts.push(`${printDay(date)}不在${year}年的通知管得到的日期里`);
    if (isOff) continue;
    if (weekdayOf(date) <= 5) doubts.push(`${printDay(date)}写作上班,但它本来就是工作日`);
    const near = Array.from({ length: 2 * farthest + 1 }, (_, i) => addDays(date, i - farthest));
    if (!near.some((other) => off.has(other)))
      doubts.push(`${printDay(date)}为${name}调休上班,但前后${farthest}天没有放假`);
  }
  return doubts;
}
