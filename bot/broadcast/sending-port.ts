/** The port a channel implements to take part in broadcasts: one call for several people, and how it ended for each of them. */
import type { Reply } from '#bot/channels/channel-port.ts';
import type { ChannelLimits } from '#tools/broadcast/channel-limits.ts';

/** One person's message. */
export interface Letter {
  /** Of the outbox row. */
  readonly id: string;
  readonly tenant: string;
  /** The person's id in the channel. */
  readonly userId: string;
  readonly personId: string;
}

/** One call: the same words for at most `limits.batch` people. */
export interface Call {
  /** The same when the call is made again: what a vendor that tells calls apart is to be given. */
  readonly id: string;
  readonly reply: Reply;
  /** Always in the same order. */
  readonly letters: readonly Letter[];
}

/** How it ended for one person. */
export type PersonOutcome =
  | {
      readonly kind: 'accepted';
      /** The vendor's id of the message. */
      readonly vendorId: string | null;
      /** The channel's id of the conversation it stands in; default: the person's own id. */
      readonly conversationId?: string;
    }
  /** It will never be delivered there: gone, not licensed, blocked. */
  | { readonly kind: 'rejected'; readonly why: string }
  /** Not taken this time, because of that person's own limit. */
  | { readonly kind: 'throttled' };

export type CallOutcome =
  | { readonly kind: 'answered'; readonly people: ReadonlyMap<string, PersonOutcome> }
  /** Nobody's was taken: too fast. */
  | { readonly kind: 'throttled'; readonly retryAfterMs: number | null }
  /** Nobody's was taken: the channel could not be reached or said that it does not work. */
  | { readonly kind: 'unavailable'; readonly why: string }
  /** The call went out and no answer came: anybody's may have been taken. */
  | { readonly kind: 'unknown'; readonly why: string };

export interface SendingPort {
  readonly channel: string;
  readonly limits: ChannelLimits;
  /** Whether a person is reached by the channel's own id alone (`push`) or in a conversation they have begun. */
  readonly reach: 'push' | 'conversation';
  /** Never rejects. */
  send(call: Call): Promise<CallOutcome>;
  /** Called once what was accepted is on record, for channels that show the record itself. */
  recorded?(delivered: readonly Delivered[]): void;
}

/** A message as it stands in the conversation's log. */
export interface Delivered {
  readonly conversationId: string;
  readonly sequence: number;
  readonly reply: Reply;
  readonly at: Date;
}
