/** The working days of a year as a plain list, from the package chinese-days itself and none of our own counting. */
import { createRequire } from 'node:module';
import type * as ChineseDays from 'chinese-days';

/** Its module build is one that Node does not find by itself. */
const { isWorkday }: Pick<typeof ChineseDays, 'isWorkday'> = createRequire(import.meta.url)('chinese-days');

const lists = new Map<number, readonly string[]>();

/** Ascending, with the first weeks of the next year, which the package takes for Mondays to Fridays when it does not know them. */
export function workingDays(year: number): readonly string[] {
  const known = lists.get(year);
  if (known) return known;
  const days: string[] = [];
  for (let at = Date.UTC(year, 0, 1); at < Date.UTC(year + 1, 1, 15); at += 86_400_000) {
    const day = new Date(at).toISOString().slice(0, 10);
    if (isWorkday(day)) days.push(day);
  }
  lists.set(year, days);
  return days;
}
