/** The date a stored clock comes to: the one people are reminded by, with the clause that sets it. */
import type { Calendar } from '#tools/deadlines/calendar/calendar.ts';
import type { IsoDate } from '#tools/deadlines/iso-date.ts';
import type { Limit } from '#tools/deadlines/limit.ts';
import { loadLimits } from '#tools/deadlines/load-limits.ts';
import { readClock } from '#tools/deadlines/read-clock.ts';
import type { StoredClock } from './facts/facts.ts';

export interface DueClock {
  readonly limit: string;
  /** 答复 */
  readonly does: string;
  readonly startedOn: IsoDate;
  readonly due: IsoDate;
  readonly article: string;
  readonly provisional: boolean;
  /** Extensions and resumptions: each moves the date for good, and begins a new round of reminders. */
  readonly extensions: number;
  readonly since: Date;
}

let limits: ReadonlyMap<string, Limit> | undefined;
/** Counting days makes a receipt each time; thousands of clocks share a few hundred dates. */
const known = new WeakMap<Calendar, Map<string, Omit<DueClock, 'since'>>>();

/** Null: it has ended, stands still, or its limit is not in the table any more. */
export function clockOf({ limit: id, events, since }: StoredClock, calendar: Calendar, now: Date): DueClock | null {
  limits ??= new Map(loadLimits().map((limit) => [limit.id, limit]));
  const limit = limits.get(id);
  const last = events.at(-1);
  if (!limit || events[0]?.kind !== 'started' || last?.kind === 'ended' || last?.kind === 'stopped') return null;
  const dates = known.get(calendar) ?? new Map<string, Omit<DueClock, 'since'>>();
  known.set(calendar, dates);
  const key = JSON.stringify([id, events]);
  const before = dates.get(key);
  if (before) return { ...before, since };
  const { remindBy, governing, startedOn, provisional } = readClock({ limit, events, calendar, now });
  const { rule, level } = governing;
  const found = {
    limit: id,
    does: limit.does,
    startedOn,
    due: remindBy,
    article: level === 'municipal' ? rule.clause : `《${rule.instrument}》${rule.clause}`,
    provisional,
    extensions: events.filter(({ kind }) => kind === 'extended' || kind === 'resumed').length,
  };
  if (dates.size > 20_000) dates.clear();
  dates.set(key, found);
  return { ...found, since };
}
