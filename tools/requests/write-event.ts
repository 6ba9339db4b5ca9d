/** Writes what happened to a request: its event, and what that does to the clocks. The rows only grow. */
import type { Prisma } from '#prisma/generated/client.ts';
import { changshaDay } from '#tools/deadlines/changsha-day.ts';
import { storedJson } from '#tools/stored-json.ts';
import type { Db } from '#tools/tool-context.ts';
import type { Happening, Lifecycle } from './lifecycle.ts';
import type { Doer } from './live.ts';
import type { RequestRow } from './request-row.ts';
import { happeningNames } from './stage-names.ts';

export interface Extension {
  readonly days: number;
  readonly reason: string;
}

export interface Occurrence {
  readonly kind: Happening;
  readonly doer: Doer;
  readonly payload?: Readonly<Record<string, unknown>>;
  readonly extension?: Extension | undefined;
}

export async function writeEvent(
  db: Db,
  lifecycle: Lifecycle,
  request: Pick<RequestRow, 'id' | 'deadlineEvents'> & { readonly events: readonly unknown[] },
  { kind, doer, payload = {}, extension }: Occurrence,
  now: Date,
): Promise<void> {
  const article = lifecycle.table[kind]?.article ?? null;
  const { id } = await db.requestEvent.create({
    data: {
      requestId: request.id,
      sequence: request.events.length + 1,
      kind,
      actorId: doer.actorId,
      departmentId: doer.departmentId,
      at: now,
      article,
      payload: storedJson(payload) as Prisma.InputJsonValue,
    },
  });
  const on = changshaDay(now);
  const steps = clockSteps(kind, lifecycle, runningLimits(request)).map(
    (step): Prisma.DeadlineEventCreateManyInput => ({
      ...step,
      requestId: request.id,
      on,
      article,
      days: step.kind === 'extended' ? (extension?.days ?? null) : null,
      reason:
        step.kind === 'ended' ? happeningNames[kind] : step.kind === 'extended' ? (extension?.reason ?? null) : null,
      sourceEventId: id,
      actorId: doer.actorId,
      at: now,
    }),
  );
  if (steps.length > 0) await db.deadlineEvent.createMany({ data: steps });
}

interface ClockStep {
  readonly limit: string;
  readonly kind: 'started' | 'extended' | 'ended';
}

/** The day of receipt is the day it was submitted: the platform delivers at once. A supplement stops nothing, no law says so. */
function clockSteps(
  kind: Happening,
  { answerLimit, provisionLimit }: Lifecycle,
  running: readonly string[],
): readonly ClockStep[] {
  const ends = running.map((limit): ClockStep => ({ limit, kind: 'ended' }));
  switch (kind) {
    case 'submitted':
      return [{ limit: answerLimit, kind: 'started' }];
    case 'extended':
      return [{ limit: answerLimit, kind: 'extended' }];
    case 'approved':
      return [...ends, ...(provisionLimit === null ? [] : [{ limit: provisionLimit, kind: 'started' } as const])];
    case 'access_given':
    case 'refused':
    case 'withdrawn':
    case 'provided':
      return ends;
    default:
      return [];
  }
}

function runningLimits({ deadlineEvents }: Pick<RequestRow, 'deadlineEvents'>): readonly string[] {
  const started = deadlineEvents.filter(({ kind }) => kind === 'started').map(({ limit }) => limit);
  return started.filter((limit) => !deadlineEvents.some((event) => event.limit === limit && event.kind === 'ended'));
}
