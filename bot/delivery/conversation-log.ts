/** The port to the stored conversations: what came in and what went out, in one numbered sequence per conversation. */
import type { Inbound, Reply, ReplyAction } from '#bot/channels/channel-port.ts';

export interface ConversationKey {
  readonly channel: string;
  readonly id: string;
}

/** A message from a person as it arrives, with what its channel wants to get back later. */
export interface Arrival {
  readonly inbound: Inbound;
  /** Kept with the message for the channel that wrote it, e.g. a web client's own marks. Small JSON. */
  readonly envelope?: Readonly<Record<string, unknown>>;
  /**
   * The channel acknowledges with the answer, not before it: the message then need not be on the disk until its answer is.
   * Nobody but the sender sees the answer, and not its number. Absent where it acknowledges at once.
   */
  readonly acknowledgedWithAnswer?: boolean;
  /** Where answers to this conversation go, for channels that push; the last one known is kept. Small JSON. */
  readonly address?: Readonly<Record<string, unknown>>;
}

export interface LoggedInbound extends Arrival {
  readonly direction: 'in';
  readonly conversation: ConversationKey;
  /**
   * 1, 2, 3 … within the conversation in the order people see; also the watermark after this message.
   * A `join` shows nothing and takes no number: it carries that of the message before it, 0 at first.
   */
  readonly seq: number;
}

export interface LoggedReply {
  readonly direction: 'out';
  readonly conversation: ConversationKey;
  readonly seq: number;
  /** Message id of what it answers; null when we spoke first. */
  readonly answers: string | null;
  readonly reply: Reply;
  readonly at: Date;
}

export type LoggedMessage = LoggedInbound | LoggedReply;

export type Receipt =
  | {
      readonly duplicate: false;
      readonly message: LoggedInbound;
      /** The buttons shown last in this conversation, which a typed number or title may mean. */
      readonly offered: readonly ReplyAction[];
      /** Earlier messages of this conversation that nobody has finished answering. */
      readonly ahead: number;
      /** What the turn starts from, for the core; null when it was not asked for or another process wrote in between. */
      readonly start: unknown;
    }
  | { readonly duplicate: true; readonly message: LoggedInbound };

/** What a turn leaves behind. */
export interface TurnRecord {
  readonly message: LoggedInbound;
  readonly replies: readonly Reply[];
  readonly at: Date;
  /** Whether each reply also gets an outbox row, because its channel pushes. */
  readonly push: boolean;
}

export interface Delivery {
  /** Outbox row. */
  readonly id: string;
  readonly message: LoggedReply;
  readonly userId: string;
  readonly address: Readonly<Record<string, unknown>>;
  /** How often it was tried before. */
  readonly attempts: number;
}

/** `unknown`: the request went out and no answer came back, so that a second try could double it. */
export type DeliveryState = 'sent' | 'failed' | 'unknown';

export type Settlement = { readonly detail: string; readonly at: Date } & (
  { readonly state: DeliveryState } | { readonly retryAt: Date }
);

/** What was recorded of our own words, and what of it is to be pushed. */
export interface Recorded {
  readonly replies: readonly LoggedReply[];
  readonly deliveries: readonly Delivery[];
}

export interface ConversationLog {
  /** One transaction: the inbox row, unique by channel and message id, and the message. */
  receive(arrival: Arrival): Promise<Receipt>;
  /** One transaction: the replies, their outbox rows where the channel pushes, and the inbox row done. */
  answer(turn: TurnRecord): Promise<Recorded>;
  /** The same for messages that answer nothing, to a conversation that exists. */
  say(conversation: ConversationKey, replies: readonly Reply[], at: Date, push: boolean): Promise<Recorded>;
  /** Messages after a watermark, oldest first. */
  since(conversation: ConversationKey, watermark: number, limit: number): Promise<readonly LoggedMessage[]>;
  /** What a message was answered with; empty while it is not answered. */
  repliesTo(channel: string, messageId: string): Promise<readonly LoggedReply[]>;
  /** Earlier messages of the conversation that nobody has finished answering. */
  ahead(message: LoggedInbound): Promise<number>;
  /**
   * Takes over messages whose turn began before a moment and never ended, so that no other replica does.
   * `attempt` counts from 1.
   */
  takeUnanswered(begunBefore: Date, now: Date): Promise<readonly { message: LoggedInbound; attempt: number }[]>;
  /** Resolves once whatever was recorded so far can be read in the store. */
  settled(): Promise<void>;
}

/** The port to what is to be pushed: every delivery is a row before it is sent. */
export interface Outbox {
  /** Marks a delivery as being sent; false when someone else has it, so that nothing is sent twice. */
  claim(delivery: Delivery, now: Date): Promise<boolean>;
  /** Deliveries that are due on these channels, not yet claimed. */
  due(channels: readonly string[], now: Date, limit: number): Promise<readonly Delivery[]>;
  /** Deliveries whose sending began before a moment and never ended are unknown from now on; how many there were. */
  giveUpSending(begunBefore: Date): Promise<number>;
  /** Ends a claimed delivery, or with `retryAt` leaves it for later. */
  settle(delivery: Delivery, result: Settlement): Promise<void>;
}

/** One string per conversation, for maps. */
export function conversationName(key: ConversationKey): string {
  return `${key.channel}\n${key.id}`;
}
