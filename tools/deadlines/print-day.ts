/** Prints days the way people here write them: 2026年3月2日(周一), and runs of days as one. */
import { addDays, dayOfMonth, type IsoDate, monthOf, weekdayOf, yearOf } from './iso-date.ts';

const weekdays = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const;

export function printWeekday(date: IsoDate): string {
  return weekdays[weekdayOf(date) - 1] ?? '';
}

/** 2026年3月2日 */
export function printDate(date: IsoDate): string {
  return `${yearOf(date)}年${monthOf(date)}月${dayOfMonth(date)}日`;
}

/** 2026年3月2日(周一) */
export function printDay(date: IsoDate): string {
  return `${printDate(date)}(${printWeekday(date)})`;
}

/** 3月2日; with its year where that differs from the year already said. */
export function printShort(date: IsoDate, saidYear: number): string {
  return `${yearOf(date) === saidYear ? '' : `${yearOf(date)}年`}${monthOf(date)}月${dayOfMonth(date)}日`;
}

/** 2月15日至23日, 9月30日至10月2日, 3月2日. */
export function printRun(first: IsoDate, last: IsoDate, saidYear: number): string {
  const start = printShort(first, saidYear);
  if (first === last) return start;
  if (first.slice(0, 7) === last.slice(0, 7)) return `${start}至${dayOfMonth(last)}日`;
  return `${start}至${printShort(last, yearOf(first))}`;
}

/** Puts neighbouring days of one kind together. @param dates ascending */
export function runsOf<T extends { readonly date: IsoDate }>(
  dates: readonly T[],
  same: (a: T, b: T) => boolean,
): readonly (readonly T[])[] {
  const runs: T[][] = [];
  for (const day of dates) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && addDays(last.date, 1) === day.date && same(last, day)) run.push(day);
    else runs.push([day]);
  }
  return runs;
}
