/** Reads a Bot Framework activity: what it says to us, and where answers to it go. */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Inbound } from '#bot/channels/channel-port.ts';
import { externalId } from '#bot/channels/external-id.ts';
import { HttpError } from '#bot/channels/http-error.ts';
import type { Arrival } from '#bot/delivery/conversation-log.ts';

export const channelName = 'botframework';

const account = z.looseObject({ id: externalId, name: z.string().max(500).nullish() });

/** What every activity must have for us to know who speaks where. */
const activity = z.looseObject({
  type: z.string().max(100),
  id: externalId.nullish(),
  channelId: externalId.nullish(),
  from: account,
  recipient: account.nullish(),
  conversation: z.looseObject({ id: externalId, tenantId: z.string().max(500).nullish() }),
  serviceUrl: z.string().max(2_000).nullish(),
  deliveryMode: z.string().max(100).nullish(),
  text: z.string().nullish(),
  value: z.unknown().optional(),
  action: z.string().max(100).nullish().catch(null),
  membersAdded: z.array(z.looseObject({ id: z.string().max(2_000) })).nullish(),
  entities: z.array(z.unknown()).nullish(),
});
export type WireInbound = z.infer<typeof activity>;

const mention = z.looseObject({
  type: z.literal('mention'),
  text: z.string().min(1),
  mentioned: z.looseObject({ id: z.string() }),
});
const press = z.looseObject({ press: z.string().min(1).max(1_000), title: z.string().max(200).optional() });

export function readActivity(body: unknown): WireInbound {
  const parsed = activity.safeParse(body);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new HttpError(
    400,
    'BadActivity',
    `${issue?.path.join('.') || 'the body'}: ${issue?.message ?? 'not an activity'}`,
  );
}

/** Null for what says nothing to us: typing, reactions, events. */
export function arrivalOf(wire: WireInbound, at: Date): Arrival | null {
  const said = spoken(wire);
  if (!said) return null;
  const channelId = wire.channelId ?? 'unknown';
  const conversationId = `${channelId}/${wire.conversation.id}`;
  // A join happens once per person and conversation, however many notices of it a channel sends.
  const messageId = said.kind === 'join' ? `${conversationId}/join` : `${conversationId}/${wire.id ?? randomUUID()}`;
  const inbound: Inbound = {
    channel: channelName,
    userId: `${channelId}/${wire.from.id}`,
    conversationId,
    messageId,
    at,
    ...said,
  };
  if (wire.deliveryMode === 'expectReplies') return { inbound, acknowledgedWithAnswer: true };
  return wire.serviceUrl ? { inbound, address: addressOf(wire) } : { inbound };
}

function spoken(wire: WireInbound): Pick<Inbound, 'kind' | 'text' | 'action'> | null {
  if (wire.type === 'message') {
    const text = withoutMention(wire);
    const pressed = press.safeParse(wire.value);
    if (!pressed.success) return { kind: 'text', text };
    const { press: id, title, ...inputs } = pressed.data;
    const action = Object.keys(inputs).length > 0 ? { id, value: inputs } : { id };
    return { kind: 'action', text: text || title || '', action };
  }
  const botId = wire.recipient?.id;
  const joined = wire.type === 'conversationUpdate' && wire.membersAdded?.some((member) => member.id !== botId);
  const installed = wire.type === 'installationUpdate' && wire.action === 'add';
  return joined || installed ? { kind: 'join', text: '' } : null;
}

/** In group chats people call us by name before they speak. */
function withoutMention(wire: WireInbound): string {
  let text = wire.text ?? '';
  for (const entity of wire.entities ?? []) {
    const named = mention.safeParse(entity);
    if (named.success && named.data.mentioned.id === wire.recipient?.id) text = text.replaceAll(named.data.text, '');
  }
  return text.trim();
}

/** The conversation reference, kept with the conversation so that we can also write first. */
export const address = z.object({
  serviceUrl: z.string(),
  channelId: z.string(),
  conversation: z.looseObject({ id: z.string() }),
  bot: z.looseObject({ id: z.string() }).optional(),
  user: z.looseObject({ id: z.string() }),
  activityId: z.string().optional(),
});
export type Address = z.infer<typeof address>;

function addressOf(wire: WireInbound): Address {
  return {
    serviceUrl: wire.serviceUrl ?? '',
    channelId: wire.channelId ?? 'unknown',
    conversation: wire.conversation,
    ...(wire.recipient && { bot: wire.recipient }),
    user: wire.from,
    ...(wire.id && { activityId: wire.id }),
  };
}
