/** Moves unfinished work from one person to another, each move on record with what was moved. */
import type { Db, ToolContext } from '../tool-context.ts';
import type { OpenRequest, OpenWork } from './open-work.ts';

export async function moveWork(context: ToolContext, work: OpenWork, fromId: string, toId: string): Promise<void> {
  const { db, now } = context;
  const draftIds = work.drafts.map(({ id }) => id);
  await db.draft.updateMany({
    where: { id: { in: draftIds } },
    data: { ownerId: toId, updatedAt: now, version: { increment: 1 } },
  });
  // Answers of colleagues to questions of theirs now go to the successor.
  await db.draftDelegation.updateMany({
    where: { draftId: { in: draftIds }, askedById: fromId, answeredAt: null, closedAt: null },
    data: { askedById: toId },
  });
  await db.draftDelegation.updateMany({
    where: { id: { in: work.delegations.map(({ id }) => id) } },
    data: { personId: toId },
  });
  for (const request of work.asked) {
    // Nobody becomes the requester of what they decided themselves.
    if (request.decidedById === toId) continue;
    await db.request.update({ where: { id: request.id }, data: { requesterId: toId, version: { increment: 1 } } });
    await noteReassigned(context, request, { fromId, toId, as: 'requester' });
  }
  for (const request of work.answering) {
    await db.request.update({ where: { id: request.id }, data: { handlerId: toId, version: { increment: 1 } } });
    await noteReassigned(context, request, { fromId, toId, as: 'handler' });
  }
  await db.reminder.updateMany({
    where: { id: { in: work.reminders.map(({ id }) => id) } },
    data: { personId: toId },
  });
  await db.department.updateMany({
    where: { id: { in: work.contactOf.map(({ id }) => id) } },
    data: { contactId: toId },
  });
}

async function noteReassigned(
  { db, actor, acting, now }: ToolContext,
  { id: requestId }: OpenRequest,
  payload: { readonly fromId: string; readonly toId: string; readonly as: 'requester' | 'handler' },
): Promise<void> {
  await db.requestEvent.create({
    data: {
      requestId,
      sequence: (await lastSequence(db, requestId)) + 1,
      kind: 'reassigned',
      actorId: actor.personId,
      departmentId: acting?.departmentId ?? null,
      at: now,
      payload,
    },
  });
}

async function lastSequence(db: Db, requestId: string): Promise<number> {
  const { _max } = await db.requestEvent.aggregate({ where: { requestId }, _max: { sequence: true } });
  return _max.sequence ?? 0;
}
