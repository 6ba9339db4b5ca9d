/** Turns a Direct Line activity into what the page shows: a message, a sign of typing, or nothing. */
import type { Button, ChatMessage } from './chat-message.ts';
import { readAnswer } from './read-answer.ts';
import { each, fields, text } from './read-value.ts';

export type Shown = { readonly kind: 'message'; readonly message: ChatMessage } | { readonly kind: 'typing' };

const adaptiveCard = 'application/vnd.microsoft.card.adaptive';

/** @param now for a message that bears no time */
export function readActivity(activity: unknown, now: number): Shown | null {
  const from = fields(activity);
  const sender = fields(from?.['from']);
  const mine = text(sender?.['role']) === 'user';
  const type = text(from?.['type']);
  if (type === 'typing') return mine ? null : { kind: 'typing' };
  const id = text(from?.['id']);
  if (!from || type !== 'message' || id === null) return null;
  const data = fields(from['channelData']);
  const answer = mine ? null : readAnswer(data?.['answer']);
  const buttons = mine ? [] : each(data?.['actions'], readButton);
  const cards = mine ? [] : each(from['attachments'], readCard);
  const at = Date.parse(text(from['timestamp']) ?? '');
  const words = text(from['text']) ?? '';
  const message: ChatMessage = {
    key: (mine && text(data?.['clientActivityID'])) || id,
    id,
    mine,
    text: words,
    twin: text(data?.['text']) ?? words,
    // Direct Line's own default for a message that does not say.
    markdown: !mine && (text(from['textFormat']) ?? 'markdown') === 'markdown',
    at: Number.isNaN(at) ? now : at,
    delivery: { state: 'sent' },
    answer,
    buttons,
    // An answer and bare buttons are drawn by the page itself.
    cards: answer !== null || (buttons.length > 0 && !fields(data?.['card'])) ? [] : cards,
  };
  return { kind: 'message', message };
}

function readButton(value: unknown): Button | null {
  const from = fields(value);
  const [id, title] = [text(from?.['id']), text(from?.['title'])];
  return id && title ? { id, title } : null;
}

function readCard(value: unknown): unknown {
  const from = fields(value);
  return text(from?.['contentType']) === adaptiveCard ? fields(from?.['content']) : null;
}
