/** Turns rows of the store into logged messages, and an arrival into the inbox's record of it. */
import { z } from 'zod';
import type { Inbound, Reply } from '#bot/channels/channel-port.ts';
import type { Arrival, ConversationKey, LoggedInbound, LoggedMessage, LoggedReply } from './conversation-log.ts';

export interface InboxRow {
  readonly payload: unknown;
  readonly seq: number;
}

export interface MessageRow {
  readonly seq: number;
  readonly direction: 'inbound' | 'outbound';
  readonly text: string;
  readonly answer: NonNullable<Reply['answer']> | null;
  readonly card: NonNullable<Reply['card']> | null;
  readonly actions: Reply['actions'];
  readonly externalId: string | null;
  readonly action: NonNullable<Inbound['action']> | null;
  readonly envelope: Readonly<Record<string, unknown>> | null;
  readonly answers: string | null;
  readonly userId: string | null;
  readonly at: Date;
}

const json = z.record(z.string(), z.unknown());

/** What the inbox keeps, flat: the message and what its channel wants back. */
const payload = z.object({
  channel: z.string(),
  userId: z.string(),
  conversationId: z.string(),
  messageId: z.string(),
  kind: z.enum(['text', 'action', 'join']),
  text: z.string(),
  action: z.object({ id: z.string(), value: json.optional() }).optional(),
  at: z.coerce.date(),
  envelope: json.optional(),
  address: json.optional(),
});

export function payloadOf({ inbound, envelope, address }: Arrival): z.input<typeof payload> {
  return { ...inbound, ...(envelope && { envelope }), ...(address && { address }) };
}

export function loggedInbound(row: InboxRow): LoggedInbound {
  const { envelope, address, action, ...rest } = payload.parse(row.payload);
  const press = action && { id: action.id, ...(action.value && { value: action.value }) };
  return {
    direction: 'in',
    conversation: { channel: rest.channel, id: rest.conversationId },
    seq: row.seq,
    inbound: { ...rest, ...(press && { action: press }) },
    ...(envelope && { envelope }),
    ...(address && { address }),
  };
}

export function loggedMessage(conversation: ConversationKey, row: MessageRow): LoggedMessage {
  if (row.direction === 'outbound') return loggedReply(conversation, row);
  const { seq, text, action, envelope, at } = row;
  return {
    direction: 'in',
    conversation,
    seq,
    inbound: {
      channel: conversation.channel,
      userId: row.userId ?? '',
      conversationId: conversation.id,
      messageId: row.externalId ?? '',
      kind: action ? 'action' : 'text',
      text,
      ...(action && { action }),
      at,
    },
    ...(envelope && { envelope }),
  };
}

export function loggedReply(conversation: ConversationKey, row: MessageRow): LoggedReply {
  const { seq, answers, text, answer, card, actions, at } = row;
  return {
    direction: 'out',
    conversation,
    seq,
    answers,
    reply: { text, ...(answer && { answer }), ...(card && { card }), actions },
    at,
  };
}
