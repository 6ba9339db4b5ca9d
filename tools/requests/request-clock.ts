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
    return limit && events[0]?.kind === 'started' ? [readClock({ limit, events, calendar, now })] : [];
  });
}

/** Null: none runs. */
export function runningClock(row: Pick<RequestRow, 'deadlineEvents'>, clockwork: Clockwork): ClockReading | null {
  return requestClocks(row, clockwork).find(({ endedOn }) => endedOn === null) ?? null;
}

export function isOverdue(clock: ClockReading | null): boolean {
  return clock?.standing.kind === 'overdue';
}

/** What was checked when it was written is taken as it stands. */
export function clockEvent({
  kind,
  on,
  days,
  reason,
}: Pick<StoredEvent, 'kind' | 'on' | 'days' | 'reason'>): ClockEvent {
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
