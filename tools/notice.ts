/** A message for somebody who is not in the conversation: kept with what the tool wrote, delivered to their own chat. */
import type { Identity } from './people/find-actor.ts';

/** A thing the reader can do at once: opens the tool with these fields filled; permission is checked as always. */
export interface Offer {
  readonly title: string;
  readonly tool: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Goes on with a form that was begun. */
export interface DraftOffer {
  readonly title: string;
  readonly draft: string;
}

export type NoticeOffer = Offer | DraftOffer;

/** Somebody on the roster, or somebody of whom only the channel's own id is known. */
export type Addressee = { readonly personId: string } | { readonly identity: Identity };

/** What a notice is about at a glance; its text says the same. */
export interface NoticeCard {
  readonly title: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly body?: string;
}

export type Notice = Addressee & {
  /** Unique per addressee and occasion. */
  readonly key: string;
  readonly card?: NoticeCard;
  /** Chinese, complete in itself. */
  readonly text: string;
  readonly offers?: readonly NoticeOffer[];
  /** The channel its reader likes best; where they have no conversation there, the latest one anywhere serves. */
  readonly channel?: string;
};
