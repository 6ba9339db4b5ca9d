/** Reads what a turn starts from: the actor, the conversation's state and the drafts, in one round trip. */
import { z } from 'zod';
import type { Inbound } from '#bot/channels/channel-port.ts';
import { runPrepared } from '#bot/delivery/prepared-query.ts';
import { DraftState } from '#prisma/generated/enums.ts';
import type { Store } from '#prisma/store.ts';
import { type Actor, roles } from '#tools/people/actor.ts';
import { type DialogueState, freshState, stateSchema } from './dialogue-state.ts';
import { contentSchema, type Draft, historySchema } from './draft.ts';
import { loadTurn as loadTurnSql } from './turn-sql.ts';

export interface LoadedTurn {
  readonly conversationId: string;
  readonly actor: Actor;
  readonly state: DialogueState;
  /** Of the state's row; null when there is none yet. */
  readonly stateVersion: number | null;
  /** Open ones of the actor's, the longest untouched first. */
  readonly drafts: Draft[];
  readonly askedOfMe: readonly AskedOfMe[];
  /** Ids of the buttons of the last message that went out. */
  readonly lastActions: readonly string[];
  /** Earlier questions of this conversation, oldest first. */
  readonly previous: readonly string[];
  /** Whether the conversation's row does not know yet whose it is. */
  readonly newHere: boolean;
}

const draftRow = z.object({
  id: z.string(),
  form: z.string(),
  definitionVersion: z.string(),
  name: z.string(),
  ownerId: z.string().nullable(),
  conversationId: z.string().nullable(),
  departmentId: z.string().nullable(),
  fields: contentSchema,
  history: historySchema,
  pendingField: z.string().nullable(),
  state: z.enum(DraftState),
  toolRunKey: z.string().nullable(),
  version: z.number().int(),
  createdAt: z.coerce.date(),
  updatedAt: z.coerce.date(),
});
export type DraftRow = z.infer<typeof draftRow>;

const row = z.object({
  conversationId: z.string(),
  knownPersonId: z.string().nullable(),
  stateVersion: z.number().int().nullable(),
  state: stateSchema.nullable(),
  personId: z.string().nullable(),
  name: z.string().nullable(),
  memberships: z.array(
    z.object({
      role: z.enum(roles).exclude(['newcomer']),
      departmentId: z.string().nullable(),
      departmentName: z.string().nullable(),
    }),
  ),
  drafts: z.array(draftRow),
  delegations: z.array(
    z.object({ id: z.string(), draftId: z.string(), field: z.string(), personId: z.string(), personName: z.string() }),
  ),
  askedOfMe: z.array(
    z.object({
      id: z.string(),
      draftId: z.string(),
      field: z.string(),
      form: z.string(),
      draftName: z.string(),
      askedById: z.string(),
      askerName: z.string(),
    }),
  ),
  lastActions: z.array(z.object({ id: z.string(), title: z.string() })).nullable(),
  previous: z.array(z.string()),
});
/** A field of somebody else's draft that the actor has been asked for. */
export type AskedOfMe = z.infer<typeof row>['askedOfMe'][number];

export interface LoadOptions {
  readonly store: Pick<Store, 'pool' | 'db'>;
  /** Whether a person chosen on the demo page counts as that person. */
  readonly demo: boolean;
}

/** @param start as the way in read it together with the message; null: it is read now */
export async function loadTurn(
  inbound: Inbound,
  { store, demo }: LoadOptions,
  start: unknown = null,
): Promise<LoadedTurn> {
  const { channel, conversationId, userId, at } = inbound;
  const values = [channel, conversationId, userId, at, demo];
  const readStart = async (): Promise<unknown> =>
    (await runPrepared<{ start: unknown }>(store.pool, loadTurnSql, values))[0]?.start ?? null;
  let found = start ?? (await readStart());
  if (found === null) {
    // Whoever speaks to the core without the way in that records messages is taken in here.
    const key = { channel, tenant: '', externalId: conversationId };
    await store.db.conversation.upsert({
      where: { channel_tenant_externalId: key },
      create: { ...key, createdAt: at },
      update: {},
    });
    found = await readStart();
  }
  const read = row.parse(found);
  const actor: Actor = {
    personId: read.personId,
    name: read.name ?? '',
    memberships: read.memberships,
    channel,
    channelUserId: userId,
  };
  return {
    conversationId: read.conversationId,
    actor,
    state: read.state ?? structuredClone(freshState),
    stateVersion: read.stateVersion,
    drafts: read.drafts.map((one) => draftOf(one, read.delegations)),
    askedOfMe: read.askedOfMe,
    lastActions: (read.lastActions ?? []).map(({ id }) => id),
    previous: read.previous,
    newHere: read.personId !== read.knownPersonId,
  };
}

export function draftOf(
  { fields, ...rest }: DraftRow,
  delegations: readonly (Draft['delegations'][number] & { readonly draftId: string })[],
): Draft {
  return {
    ...rest,
    content: fields,
    delegations: delegations.filter(({ draftId }) => draftId === rest.id),
    changed: false,
  };
}
