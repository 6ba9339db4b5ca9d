/** One message as the page keeps and shows it. */
import type { Answer } from '#knowledge/answers/answer.ts';

export interface Button {
  readonly id: string;
  readonly title: string;
}

/** How far a message of one's own has come. */
export type Delivery =
  | { readonly state: 'sending' | 'sent' }
  /** Will go out by itself. */
  | { readonly state: 'waiting'; readonly why: string }
  /** Goes out only when the person says so. */
  | { readonly state: 'failed'; readonly why: string };

export interface ChatMessage {
  /** Stays the same from the first showing on: our own mark for what was written here, the server's id for the rest. */
  readonly key: string;
  /** The server's id; null until it has the message. */
  readonly id: string | null;
  readonly mine: boolean;
  readonly text: string;
  readonly markdown: boolean;
  /** Everything it says, proofs and cards included, as plain text. */
  readonly twin: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly delivery: Delivery;
  readonly answer: Answer | null;
  readonly buttons: readonly Button[];
  /** Adaptive Cards that the page does not draw itself. */
  readonly cards: readonly unknown[];
}

/** What a person says: words, or the press of a button with what was filled in. */
export interface Saying {
  /** Our own mark, by which the server takes a repeated post for the same message. */
  readonly key: string;
  readonly text: string;
  readonly value?: Readonly<Record<string, unknown>>;
  readonly at: number;
}

export function asMessage({ key, text, at }: Saying): ChatMessage {
  return {
    key,
    id: null,
    mine: true,
    text,
    markdown: false,
    twin: text,
    at,
    delivery: { state: 'sending' },
    answer: null,
    buttons: [],
    cards: [],
  };
}
