/** What requests give somebody to do, with the clock of each: thousands are looked at narrowly, only those shown are read in full. */
import type { Prisma } from '#prisma/generated/client.ts';
import { type ClockReading, readClock } from '#tools/deadlines/read-clock.ts';
import type { Actor } from '#tools/people/actor.ts';
import type { LookContext } from '#tools/tool-context.ts';
import { cityCalendar } from './city-calendar.ts';
import { visibleTo } from './find-requests.ts';
import { awaitsAnswer, type Side } from './lifecycle.ts';
import { lifecycles } from './lifecycles.ts';
import { isUndecided } from './live.ts';
import { type Clockwork, isOverdue, runningOf } from './request-clock.ts';
import { sideOfActor } from './request-result.ts';
import { clockFacts, type WorkItem } from './work-item.ts';

export type RequestWorkKind = Extract<
  WorkItem['kind'],
  'answer' | 'provide' | 'supply' | 'escalate' | 'wait' | 'close' | 'consent' | 'move' | 'coordinate'
>;

/** One thing to do as far as its place in the list needs it; the rest is read by `requestItems`. */
export interface RequestWork extends Pick<WorkItem, 'number' | 'dueOn' | 'overdue' | 'provisional'> {
  readonly kind: RequestWorkKind;
  readonly requestId: string;
  readonly clock: ClockReading | null;
  readonly side: Side | null;
}

const narrow = {
  id: true,
  number: true,
  kind: true,
  state: true,
  requesterId: true,
  requesterDepartmentId: true,
  providerDepartmentId: true,
  providerDepartment: { select: { dissolvedOn: true } },
  events: {
    where: { kind: { in: ['coordination_asked', 'extension_asked', 'extended', 'extension_refused'] } },
    select: { kind: true },
  },
  deadlineEvents: {
    select: { limit: true, kind: true, on: true, days: true, reason: true },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  },
} as const satisfies Prisma.RequestSelect;
type NarrowRow = Prisma.RequestGetPayload<{ select: typeof narrow }>;

const open = ['submitted', 'supplement_asked', 'supplied', 'approved'] as const;

/** Answered ones concern the requester, who closes them. */
function toClose({ personId, memberships }: Actor): Prisma.RequestWhereInput {
  const departments = memberships.flatMap(({ departmentId }) => departmentId ?? []);
  const mine = [
    { requesterDepartmentId: { in: departments } },
    { requesterDepartmentId: null, requesterId: personId ?? '' },
  ];
  return { state: { in: ['provided', 'refused'] }, OR: mine };
}

/** In no order. */
export async function workOfRequests(context: LookContext): Promise<readonly RequestWork[]> {
  const { actor } = context;
  return await workWhere({ OR: [{ AND: [visibleTo(actor), { state: { in: [...open] } }] }, toClose(actor)] }, context);
}

/** Every request whose clock has run out, for the bureau and for the sides' own eyes. */
export async function overdueRequests(context: LookContext): Promise<readonly RequestWork[]> {
  const work = await workWhere({ AND: [visibleTo(context.actor), { state: { in: [...open] } }] }, context);
  return work.filter(({ overdue }) => overdue);
}

async function workWhere(
  where: Prisma.RequestWhereInput,
  { actor, db, now }: LookContext,
): Promise<readonly RequestWork[]> {
  const clockOf = sharedClocks({ calendar: await cityCalendar(db), now });
  const rows = await db.request.findMany({ where, select: narrow });
  return rows.flatMap((row): RequestWork[] => {
    const clock = clockOf(row);
    const side = sideOfActor(row, actor);
    const kind = kindFor(row, side, isOverdue(clock));
    return kind === null ? [] : [{ kind, requestId: row.id, number: row.number, side, clock, ...clockFacts(clock) }];
  });
}

/** Clocks with the same events are read once: of thousands most began on the same few hundred days. */
function sharedClocks(clockwork: Clockwork): (row: NarrowRow) => ClockReading | null {
  const read = new Map<string, ClockReading>();
  return ({ deadlineEvents }) => {
    const running = runningOf(deadlineEvents);
    if (!running) return null;
    const key = JSON.stringify([running.limit.id, running.events]);
    const known = read.get(key) ?? readClock({ ...running, ...clockwork, settled: true });
    read.set(key, known);
    return known;
  };
}

function kindFor(row: NarrowRow, side: Side | null, overdue: boolean): RequestWorkKind | null {
  const waiting = awaitsAnswer(row.state);
  const provides = row.state === 'approved' && row.kind !== 'correction';
  if (side === 'provider') return waiting ? 'answer' : provides ? 'provide' : null;
  if (side === 'requester') {
    if (row.state === 'supplement_asked') return 'supply';
    if (waiting) return overdue ? 'escalate' : 'wait';
    return provides ? 'wait' : 'close';
  }
  if (side === 'bureau' && waiting && isUndecided(lifecycles[row.kind], row.events, 'extension_asked'))
    return 'consent';
  // Nobody is left who could answer.
  if (side === 'bureau' && (waiting || provides) && row.providerDepartment.dissolvedOn !== null) return 'move';
  return overdue ? 'coordinate' : null;
}
