/** The conversation as the page holds it: what the server has, in its order, and behind it what is still on its way. */
import type { ChatMessage, Delivery } from './chat-message.ts';

export interface MessageList {
  readonly confirmed: readonly ChatMessage[];
  /** Written here and not yet come back; in the order of writing. */
  readonly pending: readonly ChatMessage[];
}

export const emptyList: MessageList = { confirmed: [], pending: [] };

export function shownMessages({ confirmed, pending }: MessageList): readonly ChatMessage[] {
  return [...confirmed, ...pending];
}

export function withComposed(list: MessageList, message: ChatMessage): MessageList {
  const known = shownMessages(list).some(({ key }) => key === message.key);
  return known ? list : { ...list, pending: [...list.pending, message] };
}

/** Messages may come twice and out of order: after a reconnection, from a poll beside a stream, from another tab. */
export function withReceived(list: MessageList, messages: readonly ChatMessage[]): MessageList {
  const known = new Set(list.confirmed.map(({ id }) => id));
  const fresh = messages.filter(({ id }) => !known.has(id) && known.add(id));
  if (fresh.length === 0) return list;
  const came = new Set(fresh.flatMap(({ key, id }) => [key, id]));
  const pending = list.pending.filter(({ key, id }) => !came.has(key) && !(id !== null && came.has(id)));
  const confirmed = [...list.confirmed, ...fresh];
  // `toSorted` is beyond some browsers.
  confirmed.sort(byPlace);
  return { confirmed, pending };
}

/** The server has taken a message that was written here. */
export function withAccepted(list: MessageList, key: string, id: string): MessageList {
  // What came over the stream before the answer to the post is confirmed already.
  if (list.confirmed.some((message) => message.id === id)) return withoutPending(list, key);
  return changed(list, key, (message) => ({ ...message, id, delivery: { state: 'sent' } }));
}

export function withDelivery(list: MessageList, key: string, delivery: Delivery): MessageList {
  return changed(list, key, (message) => ({ ...message, delivery }));
}

function withoutPending(list: MessageList, key: string): MessageList {
  return { ...list, pending: list.pending.filter((message) => message.key !== key) };
}

function changed(list: MessageList, key: string, change: (message: ChatMessage) => ChatMessage): MessageList {
  return { ...list, pending: list.pending.map((message) => (message.key === key ? change(message) : message)) };
}

/** The server numbers messages within the conversation: `…|0000012`, and `…|0000012.2` for a part of one. */
function byPlace(one: ChatMessage, other: ChatMessage): number {
  const [a, b] = [placeOf(one), placeOf(other)];
  return a.number - b.number || a.part - b.part;
}

function placeOf({ id }: ChatMessage): { readonly number: number; readonly part: number } {
  const match = /\|(\d+)(?:\.(\d+))?$/.exec(id ?? '');
  // Without a number of its own it stays where it came in: sorting is stable.
  return match ? { number: Number(match[1]), part: Number(match[2] ?? 0) } : { number: Number.MAX_VALUE, part: 0 };
}
