/** The port between the conversation and the messaging apps: what comes in, what goes out, what a channel can do. */
import type { Answer } from '#knowledge/answers/answer.ts';

/** One message from a person, already verified by its channel. */
export interface Inbound {
  /** Channel name, e.g. `directline`, `console`, `botframework`, `wecom`. */
  readonly channel: string;
  /** The person's id in that channel; proven by the channel, never taken from the text. */
  readonly userId: string;
  readonly conversationId: string;
  /** Unique within the channel; a second delivery of the same id has no second effect. */
  readonly messageId: string;
  readonly kind: 'text' | 'action' | 'join';
  readonly text: string;
  /** For `action`: which button of which message. */
  readonly action?: { readonly id: string; readonly value?: Record<string, unknown> };
  readonly at: Date;
}

/** A button; pressing it comes back as an `action` with this id, typing its number or title does the same. */
export interface ReplyAction {
  readonly id: string;
  readonly title: string;
}

/** A card in our own vocabulary; each channel renders it, and `Reply.text` is always its plain-text twin. */
export interface Card {
  readonly title: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly body?: string;
}

/** One message to a person. */
export interface Reply {
  /** Complete in itself: every flow can be finished by text alone. */
  readonly text: string;
  readonly answer?: Answer;
  readonly card?: Card;
  readonly actions: readonly ReplyAction[];
}

/** What a channel can do; the core asks for a capability and never for a channel's name. */
export interface Capabilities {
  readonly cards: boolean;
  readonly typing: boolean;
  readonly proactive: boolean;
  readonly updateInPlace: boolean;
  /** Longest text in UTF-8 bytes; longer text is split on code points and numbered. */
  readonly maxTextBytes: number;
}

/** The conversation core: one turn, run serially per conversation. */
export interface Core {
  /** @param start what the way in read for this turn along with recording the message, when nothing came between */
  handle(inbound: Inbound, start?: unknown): Promise<readonly Reply[]>;
}
