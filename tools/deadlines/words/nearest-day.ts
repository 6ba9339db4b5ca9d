/** Picks the year or month that a day said without it most sensibly has, or says that two are as likely. */
import { daysBetween, isoDate, type IsoDate, monthOf, yearOf } from '../iso-date.ts';
import { type DayContext, type DayReading, oneDay, unclear } from './said-day.ts';

/** Two years this near in distance, in days, are as likely. */
const tooCloseToTell = 31;

function byDistance(days: readonly IsoDate[], today: IsoDate): readonly IsoDate[] {
  return days.toSorted((a, b) => Math.abs(daysBetween(today, a)) - Math.abs(daysBetween(today, b)));
}

/** 9月25日 without a year: the nearest one, unless the words place it on the other side of today. */
export function nearestYear(month: number, day: number, { today, tense }: DayContext): DayReading {
  const years = Array.from({ length: 9 }, (_, index) => yearOf(today) - 4 + index);
  const days = byDistance(
    years.flatMap((year) => isoDate(year, month, day) ?? []),
    today,
  );
  const [nearest, next] = days;
  if (nearest === undefined) return unclear('no_such_day');
  if (tense === 'past' && nearest > today) return unclear('which_year');
  const distance = (date: IsoDate): number => Math.abs(daysBetween(today, date));
  if (next !== undefined && distance(next) - distance(nearest) < tooCloseToTell) return unclear('which_year');
  return oneDay(nearest, true);
}

/** 25号 without a month: the last one gone by, or the next one for what is still to come. */
export function nearestMonth(day: number, { today, tense }: DayContext): DayReading {
  const months = [-2, -1, 0, 1, 2].flatMap((step) => {
    const index = yearOf(today) * 12 + monthOf(today) - 1 + step;
    return isoDate(Math.floor(index / 12), (index % 12) + 1, day) ?? [];
  });
  const thisMonth = yearOf(today) * 12 + monthOf(today);
  const before = months.filter((date) => date <= today).at(-1);
  const after = months.find((date) => date >= today);
  if (before === undefined || after === undefined) return unclear('no_such_day');
  if (tense === 'future') return oneDay(after, true);
  // A day that is nearly here is hardly the one of last month.
  if (tense === null && daysBetween(today, after) * 2 < daysBetween(before, today)) return unclear('which_day');
  // On 2 March the 30th is of no month one would leave out.
  return thisMonth - (yearOf(before) * 12 + monthOf(before)) > 1 ? unclear('which_day') : oneDay(before, true);
}
