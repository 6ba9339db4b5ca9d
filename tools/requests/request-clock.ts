/** The clock that runs for a request, read from its stored events: the answer's, then the provision's. */
import type { Calendar } from '#tools/deadlines/calendar/calendar.ts';
import type { ClockEvent } from '#tools/deadlines/clock-event.ts';
import type { Limit } from '#tools/deadlines/limit.ts';
import { loadLimits } from '#tools/deadlines/load-limits.ts';
import { type ClockReading, readClock } from '#tools/deadlines/read-clock.ts';
import type { RequestRow } from './request-row.ts';

export interface Clockwork {
  readonly calendar: Calendar;
  readonly now: Date;
}

type StoredEvent = RequestRow['deadlineEvents'][number];
/** What counts of a stored event. */
export type ClockFields = Pick<StoredEvent, 'limit' | 'kind' | 'on' | 'days' | 'reason'>;

let limits: readonly Limit[] | undefined;

/** Clocks in the order they began; a clock whose limit the table does not know any more is left out. */
export function requestClocks(
  { deadlineEvents }: Pick<RequestRow, 'deadlineEvents'>,
  { calendar, now }: Clockwork,
): readonly ClockReading[] {
  limits ??= loadLimits();
  const known = limits;
  const ids = [...new Set(deadlineEvents.map((event) => event.limit))];
  return ids.flatMap((id) => {
    const limit = known.find((one) => one.id === id);
    const events = deadlineEvents.filter((event) => event.limit === id).map(clockEvent);
    return limit && events[0]?.kind === 'started' ? [readClock({ limit, events, calendar, now, settled: true })] : [];
  });
}

/** Null: none runs. */
export function runningClock(row: Pick<RequestRow, 'deadlineEvents'>, clockwork: Clockwork): ClockReading | null {
  const running = runningOf(row.deadlineEvents);
  return running && readClock({ ...running, ...clockwork, settled: true });
}

/** The clock without an end among stored events, in their order; null: none. */
export function runningOf(
  stored: readonly ClockFields[],
): { readonly limit: Limit; readonly events: readonly ClockEvent[] } | null {
  limits ??= loadLimits();
  const ended = new Set(stored.filter(({ kind }) => kind === 'ended').map((event) => event.limit));
  for (const begun of stored) {
    if (begun.kind !== 'started' || ended.has(begun.limit)) continue;
    const limit = limits.find(({ id }) => id === begun.limit);
    if (limit) return { limit, events: stored.filter((event) => event.limit === begun.limit).map(clockEvent) };
  }
  return null;
}

export function isOverdue(clock: ClockReading | null): boolean {
  return clock?.standing.kind === 'overdue';
}

/** What was checked when it was written is taken as it stands. */
export function clockEvent({ kind, on, days, reason }: Omit<ClockFields, 'limit'>): ClockEvent {
  const why = reason ?? '办结';
  switch (kind) {
    case 'started':
      return { kind, on };
    case 'extended':
      return { kind, on, days: days ?? 0, reason: why, consented: true, notified: true };
    default:
      return { kind, on, reason: why };
  }
}
