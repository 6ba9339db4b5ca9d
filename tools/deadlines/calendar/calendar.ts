/** The working calendar as a pure value: what each day is, under which notice, and which years have been announced. */
import { type IsoDate, weekdayOf, yearOf } from '../iso-date.ts';
import type { Notice } from './notice.ts';

export type DayKind =
  | { readonly kind: 'working' }
  | { readonly kind: 'weekend' }
  | { readonly kind: 'holiday'; readonly name: string; readonly notice: Notice }
  /** A Saturday or Sunday that is worked (调休上班). */
  | { readonly kind: 'make_up'; readonly name: string; readonly notice: Notice };

export interface Calendar {
  dayKind(date: IsoDate): DayKind;
  isWorkingDay(date: IsoDate): boolean;
  /** Whether the year's notice is known; days of a year without one are counted by their weekday and provisional. */
  published(year: number): boolean;
  /** Every notice of the year, the first one first. */
  noticesOf(year: number): readonly Notice[];
  /** Days that are not what their weekday says, with what that changes: a Friday off −1, a Saturday worked +1. */
  readonly exceptions: readonly { readonly date: IsoDate; readonly change: 1 | -1 }[];
  /** Ascending. */
  readonly publishedYears: readonly number[];
}

/** @param notices in any order; of two with the same year and revision the one given later wins */
export function createCalendar(notices: readonly Notice[]): Calendar {
  const ordered = notices.toSorted((a, b) => a.year - b.year || a.revision - b.revision);
  const special = new Map<IsoDate, DayKind>();
  // A notice of a later year speaks last on the December days that it governs.
  for (const notice of ordered)
    for (const { date, name, off } of notice.days) {
      const weekend = weekdayOf(date) > 5;
      if (off) special.set(date, { kind: 'holiday', name, notice });
      else if (weekend) special.set(date, { kind: 'make_up', name, notice });
      // A weekday named as worked is an ordinary one again, e.g. 2020-02-03 after the holiday was prolonged.
      else special.delete(date);
    }
  const years = new Set(ordered.map(({ year }) => year));
  const dayKind = (date: IsoDate): DayKind =>
    special.get(date) ?? { kind: weekdayOf(date) > 5 ? 'weekend' : 'working' };
  const exceptions = Array.from(special).flatMap(([date, { kind }]): Calendar['exceptions'] => {
    if (kind === 'make_up') return [{ date, change: 1 }];
    return kind === 'holiday' && weekdayOf(date) <= 5 ? [{ date, change: -1 }] : [];
  });
  return {
    dayKind,
    exceptions,
    isWorkingDay: (date) => {
      const { kind } = dayKind(date);
      return kind === 'working' || kind === 'make_up';
    },
    published: (year) => years.has(year),
    noticesOf: (year) => ordered.filter((notice) => notice.year === year),
    publishedYears: Array.from(years),
  };
}

/** Whether the day's year has been announced. */
export function isPublished(calendar: Calendar, date: IsoDate): boolean {
  return calendar.published(yearOf(date));
}
