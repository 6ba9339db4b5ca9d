/** Writes the audit trail: who did what, when, under which article; and who tried what they may not. */
import type { Prisma } from '#prisma/generated/client.ts';
import { type Actor, type ActorMembership, viaOf } from './people/actor.ts';
import type { Refusal } from './refusal.ts';
import { optionalJson } from './stored-json.ts';
import type { Tool } from './tool.ts';
import type { Change, Db } from './tool-context.ts';

interface Occasion {
  readonly actor: Actor;
  readonly acting: ActorMembership | null;
  readonly now: Date;
  readonly toolRunKey: string;
}

export async function auditChanges(
  db: Db,
  tool: Pick<Tool, 'name' | 'article'>,
  changes: readonly Change[],
  { actor, acting, now, toolRunKey }: Occasion,
): Promise<void> {
  const rows = changes.map((change): Prisma.AuditRecordCreateManyInput => ({
    at: now,
    actorId: actor.personId,
    departmentId: change.departmentId === undefined ? (acting?.departmentId ?? null) : change.departmentId,
    via: viaOf(actor),
    tool: tool.name,
    action: change.action ?? tool.name,
    article: change.article === undefined ? tool.article : change.article,
    subjectKind: change.subjectKind,
    subjectId: change.subjectId,
    before: optionalJson(change.before),
    after: optionalJson(change.after),
    reason: change.reason ?? null,
    toolRunKey,
  }));
  await db.auditRecord.createMany({ data: rows });
}

/** A refused write is on record too: a wrong code tried again and again, somebody else's entry. */
export async function auditRefusal(
  db: Db,
  tool: Pick<Tool, 'name' | 'article'>,
  refusal: Refusal,
  { actor, now }: Pick<Occasion, 'actor' | 'now'>,
): Promise<void> {
  await db.auditRecord.create({
    data: {
      at: now,
      actorId: actor.personId,
      departmentId: actor.memberships[0]?.departmentId ?? null,
      via: viaOf(actor),
      tool: tool.name,
      action: refusedAction,
      article: refusal.article ?? tool.article,
      subjectKind: 'tool',
      subjectId: tool.name,
      reason: refusal.code,
    },
  });
}

export const refusedAction = 'refused';
