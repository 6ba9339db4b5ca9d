/** A draft of the actor's own by its id, open or not. */
import { draftOf } from './load-turn.ts';
import { contentSchema, type Draft, historySchema } from './draft.ts';
import type { Turn } from './turn.ts';

/** Null when there is none, or it is somebody else's. */
export async function findDraft(turn: Turn, id: string): Promise<Draft | null> {
  const open = turn.drafts.find((draft) => draft.id === id);
  if (open) return open;
  const draft = await readDraft(turn, id);
  const own =
    turn.actor.personId === null
      ? draft?.ownerId === null && draft.conversationId === turn.loaded.conversationId
      : draft?.ownerId === turn.actor.personId;
  return own ? draft : null;
}

/** Whoever's it is. */
export async function readDraft({ db }: Pick<Turn, 'db'>, id: string): Promise<Draft | null> {
  const found = await db.draft.findUnique({
    where: { id },
    include: {
      delegations: { where: { answeredAt: null, closedAt: null }, include: { person: { select: { name: true } } } },
    },
  });
  if (!found) return null;
  const { delegations, fields, history, ...columns } = found;
  return draftOf(
    { ...columns, fields: contentSchema.parse(fields), history: historySchema.parse(history) },
    delegations.map(({ id: delegationId, draftId, field, personId, person }) => ({
      id: delegationId,
      draftId,
      field,
      personId,
      personName: person.name,
    })),
  );
}
