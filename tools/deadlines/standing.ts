/** Where a clock stands on a day: how much is left, due today, overdue since when, or met. */
import type { Calendar } from './calendar/calendar.ts';
import { type Pause, workingDaysBetween } from './count-days.ts';
import { daysBetween, type IsoDate } from './iso-date.ts';

export type Standing =
  /** `workingDays` after today up to and including the due date. */
  | { readonly kind: 'running'; readonly workingDays: number; readonly calendarDays: number }
  | { readonly kind: 'due_today' }
  /** Since the day after the due date; on a weekend or holiday `workingDays` may still be 0. */
  | { readonly kind: 'overdue'; readonly workingDays: number; readonly calendarDays: number }
  | { readonly kind: 'stopped'; readonly since: IsoDate }
  | { readonly kind: 'met'; readonly on: IsoDate }
  | { readonly kind: 'met_late'; readonly on: IsoDate; readonly workingDays: number; readonly calendarDays: number };

function late(due: IsoDate, on: IsoDate, calendar: Calendar): { workingDays: number; calendarDays: number } {
  return { workingDays: workingDaysBetween(due, on, calendar), calendarDays: daysBetween(due, on) };
}

/** @param endedOn the day it was done; null while it runs */
export function standingOf(
  due: IsoDate,
  today: IsoDate,
  calendar: Calendar,
  {
    endedOn,
    stoppedSince,
    pauses,
  }: { endedOn: IsoDate | null; stoppedSince: IsoDate | null; pauses: readonly Pause[] },
): Standing {
  if (endedOn !== null)
    return endedOn <= due
      ? { kind: 'met', on: endedOn }
      : { kind: 'met_late', on: endedOn, ...late(due, endedOn, calendar) };
  if (stoppedSince !== null) return { kind: 'stopped', since: stoppedSince };
  if (today === due) return { kind: 'due_today' };
  if (today > due) return { kind: 'overdue', ...late(due, today, calendar) };
  return {
    kind: 'running',
    workingDays: workingDaysBetween(today, due, calendar, pauses),
    calendarDays: daysBetween(today, due),
  };
}
