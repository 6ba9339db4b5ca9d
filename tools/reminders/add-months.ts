/** The same day some months on; the last day of the month where there is none. */
import { dayOfMonth, type IsoDate, isoDate, monthOf, yearOf } from '#tools/deadlines/iso-date.ts';

export function addMonths(from: IsoDate, months: number): IsoDate {
  const count = yearOf(from) * 12 + monthOf(from) - 1 + months;
  const year = Math.floor(count / 12);
  const month = (count % 12) + 1;
  for (let day = dayOfMonth(from); ; day -= 1) {
    const found = isoDate(year, month, day);
    if (found !== undefined) return found;
  }
}
