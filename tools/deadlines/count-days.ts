/** Counts working days from a day on or back from one, and keeps for each day whether it counted and why not. */
import { type Calendar, isPublished } from './calendar/calendar.ts';
import { addDays, daysBetween, type IsoDate, nextDay, weekdayOf } from './iso-date.ts';
import { printWeekday } from './print-day.ts';

export interface CountedDay {
  readonly date: IsoDate;
  /** The holiday a worked Saturday or Sunday makes up for; null on an ordinary working day. */
  readonly makesUpFor: string | null;
}

export interface SkippedDay {
  readonly date: IsoDate;
  /** 周末(周六), 春节放假, 中止:…… */
  readonly why: string;
}

export interface Count {
  /** The last working day counted. */
  readonly due: IsoDate;
  readonly counted: readonly CountedDay[];
  /** Days between the first day and `due` that did not count, ascending. */
  readonly skipped: readonly SkippedDay[];
  /** A day of a year without a published notice took part, counted by its weekday alone. */
  readonly provisional: boolean;
}

/** A span in which the clock stands still: neither end's own day is lost, the days after `after` up to `until` are. */
export interface Pause {
  readonly after: IsoDate;
  readonly until: IsoDate;
  readonly reason: string;
}

function skippedBecause(date: IsoDate, calendar: Calendar, pauses: readonly Pause[]): string | null {
  const pause = pauses.find(({ after, until }) => date > after && date <= until);
  if (pause) return `中止:${pause.reason}`;
  const day = calendar.dayKind(date);
  if (day.kind === 'holiday') return `${day.name}放假`;
  return day.kind === 'weekend' ? `周末(${printWeekday(date)})` : null;
}

function countedDay(date: IsoDate, calendar: Calendar): CountedDay {
  const day = calendar.dayKind(date);
  return { date, makesUpFor: day.kind === 'make_up' ? day.name : null };
}

/**
 * The day of the event is day 0; counting starts with the next working day.
 * @param days at least 1
 */
export function countForward(from: IsoDate, days: number, calendar: Calendar, pauses: readonly Pause[] = []): Count {
  if (!Number.isInteger(days) || days < 1) throw new RangeError(`not a number of working days: ${days}`);
  const counted: CountedDay[] = [];
  const skipped: SkippedDay[] = [];
  let provisional = false;
  let date = from;
  while (counted.length < days) {
    date = nextDay(date);
    if (!isPublished(calendar, date)) provisional = true;
    const why = skippedBecause(date, calendar, pauses);
    if (why === null) counted.push(countedDay(date, calendar));
    else skipped.push({ date, why });
  }
  return { due: date, counted, skipped, provisional };
}

/** Mondays to Fridays after `from` up to and including `to`. */
function weekdaysBetween(from: IsoDate, to: IsoDate): number {
  const days = daysBetween(from, to);
  const weeks = Math.floor(days / 7);
  let weekdays = weeks * 5;
  for (let date = addDays(from, weeks * 7 + 1); date <= to; date = nextDay(date))
    if (weekdayOf(date) <= 5) weekdays += 1;
  return weekdays;
}

/** Working days after `from` up to and including `to`; 0 when `to` is not later. */
export function workingDaysBetween(
  from: IsoDate,
  to: IsoDate,
  calendar: Calendar,
  pauses: readonly Pause[] = [],
): number {
  if (to <= from) return 0;
  // Years may lie between; only the exceptions are looked at one by one.
  if (pauses.length === 0)
    return calendar.exceptions.reduce(
      (days, { date, change }) => (date > from && date <= to ? days + change : days),
      weekdaysBetween(from, to),
    );
  let days = 0;
  for (let date = nextDay(from); date <= to; date = nextDay(date))
    if (skippedBecause(date, calendar, pauses) === null) days += 1;
  return days;
}

/** The last working day on or before a day. */
export function workingDayOnOrBefore(date: IsoDate, calendar: Calendar): IsoDate {
  let day = date;
  while (!calendar.isWorkingDay(day)) day = addDays(day, -1);
  return day;
}
