/** Lets one thing happen to a stored list: stage, lines, event and audit in one transaction, never over somebody else's act. */
import type { Prisma } from '#prisma/generated/client.ts';
import { Refusal } from '#tools/refusal.ts';
import { storedJson } from '#tools/stored-json.ts';
import type { ToolContext } from '#tools/tool-context.ts';
import { type Happening, listLifecycle } from './lifecycle.ts';
import type { ListRow } from './list-row.ts';
import { type Doer, live } from './live.ts';
import { refusals } from './refusals.ts';
import { lifeOf, loadList, type SubmissionRow } from './submission-row.ts';

export interface Act {
  readonly kind: Happening;
  /** Kept with the event: what was said or changed. */
  readonly payload?: Readonly<Record<string, unknown>>;
  readonly rows?: readonly ListRow[];
  readonly data?: Prisma.ListSubmissionUncheckedUpdateManyInput;
}

export function doerOf({ actor, acting }: Pick<ToolContext, 'actor' | 'acting'>): Doer {
  return { actorId: actor.personId, role: acting?.role ?? null, departmentId: acting?.departmentId ?? null };
}

/** @returns the list as it is afterwards */
export async function advanceList(row: SubmissionRow, act: Act, context: ToolContext): Promise<SubmissionRow> {
  const { db, now, record } = context;
  const { kind, payload = {}, rows } = act;
  const doer = doerOf(context);
  const { stage } = live(lifeOf(row), kind, doer);
  if (stage === 'unopened') throw new Error(`list ${row.id} went back to before its campaign`);
  // Whoever was first has raised the version; the second finds no row.
  const { count } = await db.listSubmission.updateMany({
    where: { id: row.id, version: row.version },
    data: {
      ...act.data,
      ...(rows && { rows: rowsJson(rows) }),
      state: stage,
      updatedAt: now,
      version: { increment: 1 },
    },
  });
  if (count === 0) throw new Refusal('LIST_MOVED_ON', ...refusals.movedOn);
  const { article } = listLifecycle[kind];
  await db.listEvent.create({
    data: {
      campaignId: row.campaignId,
      submissionId: row.id,
      sequence: row.events.length + 1,
      kind,
      actorId: doer.actorId,
      departmentId: doer.departmentId,
      at: now,
      article,
      payload: rowsJson(payload),
    },
  });
  record({
    subjectKind: 'list',
    subjectId: row.id,
    action: `list.${kind}`,
    article,
    departmentId: row.departmentId,
    before: { state: row.state },
    after: { state: stage, list: row.list, ...payload },
  });
  return await loadList(db, row.departmentId, row.list);
}

/** A list or an object is never SQL's NULL. */
export function rowsJson(value: object): Prisma.InputJsonValue {
  return storedJson(value) as Prisma.InputJsonValue;
}
