/** Lets one thing happen to a stored request: stage, event and clocks in one transaction, never over somebody else's act. */
import type { Prisma } from '#prisma/generated/client.ts';
import { Refusal } from '#tools/refusal.ts';
import type { ToolContext } from '#tools/tool-context.ts';
import { type Happening, happenings } from './lifecycle.ts';
import { lifecycles } from './lifecycles.ts';
import { type Doer, type Life, type LifeEvent, live } from './live.ts';
import { refusals } from './refusals.ts';
import { loadRequest, type RequestRow } from './request-row.ts';
import { type Extension, writeEvent } from './write-event.ts';

export interface Act {
  readonly kind: Happening;
  /** Kept with the event: what was said. */
  readonly payload?: Readonly<Record<string, unknown>>;
  /** What else the row takes. */
  readonly data?: Prisma.RequestUncheckedUpdateManyInput;
  /** By rule and not by the actor. */
  readonly byRule?: boolean;
  /** For `extended`: working days that the clock gains. */
  readonly extension?: Extension;
}

/** @returns the request as it is afterwards */
export async function advanceRequest(row: RequestRow, act: Act, context: ToolContext): Promise<RequestRow> {
  const { db, now, record } = context;
  const { kind, payload = {} } = act;
  const lifecycle = lifecycles[row.kind];
  const doer = act.byRule === true ? { actorId: null, departmentId: null } : doerOf(context);
  const { stage } = live(lifecycle, lifeOf(row), { kind, ...doer });
  if (stage === 'draft') throw new Error(`request ${row.number} went back to a draft`);
  // Whoever was first has raised the version; the second finds no row.
  const { count } = await db.request.updateMany({
    where: { id: row.id, version: row.version },
    data: { ...act.data, state: stage, version: { increment: 1 } },
  });
  if (count === 0) throw new Refusal('REQUEST_MOVED_ON', ...refusals.movedOn);
  await writeEvent(db, lifecycle, row, { kind, doer, payload, extension: act.extension }, now);
  record({
    subjectKind: 'request',
    subjectId: row.id,
    action: `request.${kind}`,
    article: lifecycle.table[kind]?.article ?? null,
    before: { state: row.state },
    after: { state: stage, ...payload },
  });
  return await loadRequest(db, row.id);
}

export function doerOf({ actor, acting }: Pick<ToolContext, 'actor' | 'acting'>): Doer {
  return { actorId: actor.personId, departmentId: acting?.departmentId ?? null, bureau: acting?.role === 'bureau' };
}

export function lifeOf(row: RequestRow): Life {
  return {
    stage: row.state,
    parties: row,
    events: row.events.flatMap(({ kind, actorId, departmentId }): LifeEvent[] =>
      isHappening(kind) ? [{ kind, actorId, departmentId }] : [],
    ),
  };
}

function isHappening(kind: string): kind is Happening {
  return happenings.some((one) => one === kind);
}
