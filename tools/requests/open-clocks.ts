/** Every statutory clock that runs, read in one go and narrowly: thousands are looked at to find the few that matter. */
import type { ClockEvent } from '#tools/deadlines/clock-event.ts';
import type { Limit } from '#tools/deadlines/limit.ts';
import { loadLimits } from '#tools/deadlines/load-limits.ts';
import type { Db } from '#tools/tool-context.ts';
import { clockEvent } from './request-clock.ts';

export interface OpenClock {
  readonly subject: { readonly kind: 'request' | 'duty'; readonly id: string };
  readonly limit: Limit;
  readonly events: readonly ClockEvent[];
  /** When its first event was written down. */
  readonly begunAt: Date;
}

const openStates = ['submitted', 'supplement_asked', 'supplied', 'approved'] as const;

export async function openClocks(db: Db): Promise<readonly OpenClock[]> {
  const rows = await db.deadlineEvent.findMany({
    where: { OR: [{ request: { state: { in: [...openStates] } } }, { duty: { state: 'open' } }] },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    select: { requestId: true, dutyId: true, limit: true, kind: true, on: true, days: true, reason: true, at: true },
  });
  const byClock = new Map<string, typeof rows>();
  for (const row of rows) {
    const name = `${row.requestId ?? ''}/${row.dutyId ?? ''}/${row.limit}`;
    const events = byClock.get(name);
    if (events) events.push(row);
    else byClock.set(name, [row]);
  }
  const limits = loadLimits();
  return [...byClock.values()].flatMap((events): OpenClock[] => {
    const [first] = events;
    const limit = limits.find(({ id }) => id === first?.limit);
    const id = first?.requestId ?? first?.dutyId;
    if (!first || !limit || typeof id !== 'string' || first.kind !== 'started') return [];
    if (events.some(({ kind }) => kind === 'ended')) return [];
    const kind = first.requestId === null ? 'duty' : 'request';
    return [{ subject: { kind, id }, limit, events: events.map(clockEvent), begunAt: first.at }];
  });
}
