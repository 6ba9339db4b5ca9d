/** Writes what a turn changed: drafts, delegations, the conversation's state and the messages to others, or nothing of it. */
import type { Reply } from '#bot/channels/channel-port.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import { storedJson } from '#tools/stored-json.ts';
import type { Db } from '#tools/tool-context.ts';
import type { Draft } from './draft.ts';
import { StaleTurn } from './stale-turn.ts';
import type { Turn } from './turn.ts';

/** @returns what sends the messages to others on, once the transaction is through */
export async function saveTurn(turn: Turn, db: Db, replies: readonly Reply[]): Promise<readonly (() => void)[]> {
  for (const draft of [...turn.drafts, ...turn.others]) if (draft.changed) await saveDraft(draft, turn, db);
  await saveDelegations(turn, db);
  await saveState(turn, db, replies);
  if (turn.loaded.newHere) {
    await db.conversation.update({
      where: { id: turn.loaded.conversationId },
      data: { personId: turn.actor.personId },
    });
  }
  const sendOn: (() => void)[] = [];
  for (const { notice, reply } of turn.notices) sendOn.push(await turn.parts.courier.post(db, notice, reply, turn.now));
  return sendOn;
}

/** Whether anything is to be written; a question answered leaves nothing but the log of messages. */
export function hasChanges(turn: Turn): boolean {
  return (
    turn.loaded.newHere ||
    turn.notices.length > 0 ||
    turn.delegationWrites.length > 0 ||
    [...turn.drafts, ...turn.others].some(({ changed }) => changed) ||
    JSON.stringify(turn.state) !== JSON.stringify(turn.loaded.state)
  );
}

async function saveDraft(draft: Draft, { now }: Turn, db: Db): Promise<void> {
  const { id, version, content, history, delegations: _, changed: __, ...columns } = draft;
  const data = { ...columns, fields: storedJson(content), history: storedJson(history), updatedAt: now };
  if (version === null) {
    await db.draft.create({ data: { id, ...data } });
    return;
  }
  const { count } = await db.draft.updateMany({ where: { id, version }, data: { ...data, version: { increment: 1 } } });
  if (count === 0) throw new StaleTurn(`draft ${id}`);
}

async function saveDelegations({ delegationWrites, actor, now }: Turn, db: Db): Promise<void> {
  for (const write of delegationWrites) {
    if (write.kind === 'ask') {
      const { id, draftId, field, personId } = write;
      if (actor.personId === null) throw new Error('only a person can ask another');
      await db.draftDelegation.create({
        data: { id, draftId, field, personId, askedById: actor.personId, askedAt: now },
      });
      continue;
    }
    const data: Prisma.DraftDelegationUpdateManyMutationInput =
      write.kind === 'answer' ? { answeredAt: now, value: storedJson(write.value) } : { closedAt: now };
    const { count } = await db.draftDelegation.updateMany({
      where: { id: write.id, answeredAt: null, closedAt: null },
      data,
    });
    if (count === 0 && write.kind === 'answer') throw new StaleTurn(`delegation ${write.id}`);
  }
}

async function saveState({ loaded, state, inbound, now }: Turn, db: Db, replies: readonly Reply[]): Promise<void> {
  const { conversationId, stateVersion } = loaded;
  const next = storedJson({ ...state, last: { messageId: inbound.messageId, replies } });
  if (stateVersion === null) {
    const { count } = await db.conversationState.createMany({
      data: [{ conversationId, state: next, updatedAt: now }],
      skipDuplicates: true,
    });
    if (count === 0) throw new StaleTurn(`conversation ${conversationId}`);
    return;
  }
  const { count } = await db.conversationState.updateMany({
    where: { conversationId, version: stateVersion },
    data: { version: { increment: 1 }, state: next, updatedAt: now },
  });
  if (count === 0) throw new StaleTurn(`conversation ${conversationId}`);
}
