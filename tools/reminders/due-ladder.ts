/** The ladder towards a last day, T-5/-3/-1/0/+1 in working days: the handler, then the lead as well, then the bureau. */
import type { Calendar } from '#tools/deadlines/calendar/calendar.ts';
import type { IsoDate } from '#tools/deadlines/iso-date.ts';
import type { Rung, Step } from './matter.ts';
import { shiftWorkingDays } from './working-days.ts';

interface Rule {
  readonly name: string;
  readonly days: number;
  readonly to: readonly Rung[];
  readonly always?: boolean;
}

const dueRules: readonly Rule[] = [
  { name: 'T-5', days: -5, to: ['handler'] },
  { name: 'T-3', days: -3, to: ['handler'] },
  { name: 'T-1', days: -1, to: ['handler', 'lead'] },
  { name: 'T0', days: 0, to: ['handler', 'lead'], always: true },
  { name: 'T+1', days: 1, to: ['handler', 'lead', 'bureau'], always: true },
];

/** For campaigns and projects, which are announced long before. */
const longRules: readonly Rule[] = [{ name: 'T-10', days: -10, to: ['handler'] }, ...dueRules];

const known = new WeakMap<Calendar, Map<string, readonly Step[]>>();

/** @param after the day it began: there is no step on that day or before */
export function dueLadder(due: IsoDate, after: IsoDate, calendar: Calendar): readonly Step[] {
  return ladder(dueRules, due, calendar).filter(({ on }) => on > after);
}

export function longLadder(due: IsoDate, after: IsoDate, calendar: Calendar): readonly Step[] {
  return ladder(longRules, due, calendar).filter(({ on }) => on > after);
}

function ladder(rules: readonly Rule[], due: IsoDate, calendar: Calendar): readonly Step[] {
  const byDue = known.get(calendar) ?? new Map<string, readonly Step[]>();
  known.set(calendar, byDue);
  const key = `${rules.length}:${due}`;
  const before = byDue.get(key);
  if (before) return before;
  // A last day that is no working day is reminded of on the working day before it.
  const lastWorking = shiftWorkingDays(due, 0, calendar);
  const steps = rules.map(({ days, ...rule }): Step => ({
    ...rule,
    on: days > 0 ? shiftWorkingDays(due, days, calendar) : shiftWorkingDays(lastWorking, days, calendar),
  }));
  byDue.set(key, steps);
  return steps;
}

/** Reminders so many working days after something happened, one after the other, and then no more. */
export function laterSteps(
  from: IsoDate,
  days: readonly number[],
  to: readonly Rung[],
  calendar: Calendar,
): readonly Step[] {
  return days.map((count): Step => ({ name: `${count}d`, on: shiftWorkingDays(from, count, calendar), to }));
}
