/** Direct Line activities: what a client may post, and what we show it of the conversation. */
import { z } from 'zod';
import type { Inbound } from '#bot/channels/channel-port.ts';
import { HttpError } from '#bot/channels/http-error.ts';
import { renderActivities } from '#bot/channels/render-activity.ts';
import type { LoggedMessage } from '#bot/delivery/conversation-log.ts';

/** A client's own marks on a message are kept and given back up to this many bytes. */
const mostChannelData = 4_096;
/** Our own page and Web Chat take any text; this only bounds one activity. */
export const maxTextBytes = 64 * 1024;

const botAccount = { id: 'zhengshu', name: '政数助手', role: 'bot' } as const;

const posted = z.object({
  type: z.string().max(100),
  text: z.string().nullish(),
  value: z.unknown().optional(),
  channelData: z.unknown().optional(),
});

const press = z.looseObject({ press: z.string().min(1).max(1_000), title: z.string().max(200).optional() });
const marks = z.looseObject({ clientActivityID: z.string().min(1).max(200).optional() });

export interface Posted {
  readonly kind: Inbound['kind'];
  readonly text: string;
  readonly action?: NonNullable<Inbound['action']>;
  /** The client's own id of the message, when it gives one: a second post of it has no second effect. */
  readonly clientId: string | null;
  readonly envelope: Readonly<Record<string, unknown>>;
}

/** Null for what says nothing: typing, and events we have no use for. */
export function readPosted(body: unknown): Posted | null {
  const activity = posted.safeParse(body);
  if (!activity.success)
    throw new HttpError(400, 'BadArgument', 'not an activity: type must be a string, text a string');
  const { type, text, value, channelData } = activity.data;
  if (type !== 'message') return null;
  const data = marks.safeParse(channelData);
  const kept = data.success && JSON.stringify(data.data).length <= mostChannelData ? { channelData: data.data } : {};
  const clientId = (data.success && data.data.clientActivityID) || null;
  const pressed = press.safeParse(value);
  if (!pressed.success) return { kind: 'text', text: text ?? '', clientId, envelope: kept };
  const { press: id, title, ...inputs } = pressed.data;
  const action = Object.keys(inputs).length > 0 ? { id, value: inputs } : { id };
  return { kind: 'action', text: text || title || '', action, clientId, envelope: kept };
}

/** The id Direct Line clients know a message by. */
export function activityId(message: Pick<LoggedMessage, 'conversation' | 'seq'>): string {
  return `${message.conversation.id}|${String(message.seq).padStart(7, '0')}`;
}

/** What clients get of a logged message. A reply names no message it answers: clients hold back replies to ids they don't know. */
export function activitiesOf(message: LoggedMessage): readonly Readonly<Record<string, unknown>>[] {
  const { id: conversationId } = message.conversation;
  const id = activityId(message);
  const common = { channelId: 'directline', conversation: { id: conversationId } };
  if (message.direction === 'in') {
    const { inbound, envelope } = message;
    const value = inbound.action && { press: inbound.action.id, ...inbound.action.value };
    const from = { id: inbound.userId, role: 'user' };
    const said = { text: inbound.text, ...(value && { value }), ...envelope };
    return [{ type: 'message', id, timestamp: inbound.at.toISOString(), ...common, from, ...said }];
  }
  const parts = renderActivities(message.reply, maxTextBytes);
  return parts.map((part, index) => ({
    ...part,
    id: parts.length === 1 ? id : `${id}.${index + 1}`,
    timestamp: message.at.toISOString(),
    ...common,
    from: botAccount,
    // Our own page draws proofs, cards and buttons from the reply itself.
    ...(index === parts.length - 1 && { channelData: message.reply }),
  }));
}

/** Shown and forgotten. */
export function typingActivity(conversationId: string): Readonly<Record<string, unknown>> {
  return { type: 'typing', channelId: 'directline', conversation: { id: conversationId }, from: botAccount };
}
