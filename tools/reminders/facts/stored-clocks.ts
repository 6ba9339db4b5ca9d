/** Stored deadline events, put together into the clocks they belong to. */
import { z } from 'zod';
import { DeadlineEventKind } from '#prisma/generated/enums.ts';
import type { ClockEvent } from '#tools/deadlines/clock-event.ts';
import type { StoredClock } from './facts.ts';

const eventRow = z.object({
  limit: z.string(),
  kind: z.enum(DeadlineEventKind),
  on: z.string(),
  days: z.number().nullable(),
  reason: z.string().nullable(),
  at: z.coerce.date(),
});
/** As aggregated to JSON; null where there are none. */
export const clockRows = z.array(eventRow).nullable();
export type ClockRow = z.infer<typeof eventRow>;

/** @param rows of one subject, in order */
export function clocksOf(rows: readonly ClockRow[] | null): readonly StoredClock[] {
  const byLimit = new Map<string, { events: ClockEvent[]; since: Date }>();
  for (const row of rows ?? []) {
    const clock = byLimit.get(row.limit) ?? { events: [], since: row.at };
    clock.events.push(eventOf(row));
    byLimit.set(row.limit, clock);
  }
  return [...byLimit].map(([limit, { events, since }]) => ({ limit, events, since }));
}

function eventOf({ kind, on, days, reason }: ClockRow): ClockEvent {
  const why = reason ?? '办结';
  if (kind === 'started') return { kind, on };
  if (kind === 'extended') return { kind, on, days: days ?? 0, reason: why, consented: true, notified: true };
  return { kind, on, reason: why };
}
