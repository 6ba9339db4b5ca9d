/** What a conversation is about right now, as its versioned row keeps it. */
import { z } from 'zod';
import type { Reply } from '#bot/channels/channel-port.ts';
import { fieldKinds } from '#tools/field-meta.ts';
import { commandSchema } from './command.ts';

const option = z.object({ title: z.string(), value: z.unknown() });

/** What the assistant has just asked, so that the next words can be its answer. */
export const pendingSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('field'), draftId: z.string(), field: z.string() }),
  /** One of several readings of the person's words. */
  z.object({ kind: z.literal('pick'), draftId: z.string(), field: z.string(), options: z.array(option) }),
  /** The summary has been shown. */
  z.object({ kind: z.literal('confirm'), draftId: z.string(), mark: z.string() }),
  /** A colleague is asked for a field of somebody else's draft. */
  z.object({ kind: z.literal('delegated'), delegationId: z.string() }),
  /** One of several things the words may have meant. */
  z.object({
    kind: z.literal('meaning'),
    words: z.string(),
    options: z.array(z.object({ title: z.string(), commands: z.array(commandSchema) })),
  }),
  /** Whom to ask for a field. */
  z.object({ kind: z.literal('delegate'), draftId: z.string(), field: z.string(), options: z.array(option) }),
]);
export type Pending = z.infer<typeof pendingSchema>;

/** A reply as it was kept; the answer and the card in it are as they were written. */
const replySchema = z.custom<Reply>(
  (value) => z.looseObject({ text: z.string(), actions: z.array(z.unknown()) }).safeParse(value).success,
);

export const stateSchema = z.object({
  /** Drafts worked on here, the one in hand last; the one before is gone back to when it ends. */
  stack: z.array(z.string()).default([]),
  pending: pendingSchema.nullable().default(null),
  /** What "undo" would take back. */
  undoable: z
    .object({ what: z.enum(['change', 'cancelled', 'filed']), draftId: z.string(), at: z.string() })
    .nullable()
    .default(null),
  /** The last thing spoken of that has a name: what "it" means. */
  subject: z
    .object({ kind: z.enum(fieldKinds), id: z.string() })
    .nullable()
    .default(null),
  /** The last message that changed anything and what it was answered with: a second delivery changes nothing. */
  last: z
    .object({ messageId: z.string(), replies: z.array(replySchema) })
    .nullable()
    .default(null),
});
export type DialogueState = z.infer<typeof stateSchema>;

export const freshState: DialogueState = { stack: [], pending: null, undoable: null, subject: null, last: null };
