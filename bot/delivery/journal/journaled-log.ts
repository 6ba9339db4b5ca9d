/**
 * The conversation log for a process that has the embedded database to itself: a turn whose answer is its own
 * acknowledgement is journaled before the answer leaves and reaches the store behind it. All else goes to the store at once.
 */
import { LRUCache } from 'lru-cache';
import type { Pool } from 'pg';
import type { Reply } from '#bot/channels/channel-port.ts';
import type { Log } from '#bot/log.ts';
import {
  type Arrival,
  type ConversationKey,
  conversationName,
  type ConversationLog,
  type LoggedInbound,
  type LoggedMessage,
  type LoggedReply,
  type Receipt,
  type Recorded,
  type TurnRecord,
} from '../conversation-log.ts';
import { runPrepared, statement } from '../prepared-query.ts';
import type { StoredLog } from '../stored-log.ts';
import { JournaledTurns } from './journaled-turns.ts';
import { turnLine } from './turn-line.ts';
import { isWarm, readStart, type WarmConversation, warmAfter } from './warm-conversation.ts';

/** Conversations whose message ids are kept in mind. */
const mostConversations = 500;
/** A conversation with more messages is always asked of the store. */
const mostIds = 20_000;

/** $1 channel, $2 conversation, $3 how many at most. */
const knownIds = statement(
  'ids',
  `SELECT i."messageId" FROM "Conversation" c JOIN "Inbox" i ON i."conversationId" = c."id"
  WHERE c."channel" = $1 AND c."tenant" = '' AND c."externalId" = $2 LIMIT $3::int`,
);

export interface JournaledLogParts {
  readonly stored: StoredLog;
  /** Of the conversation log alone: what runs on it is not counted by `changes`. */
  readonly pool: Pool;
  readonly changes: () => number;
  /** Folder of the journal. */
  readonly folder: string;
  readonly log: Log;
}

/** A message that is in nobody's hands but this process's until its answer is journaled. */
interface Unrecorded {
  readonly message: LoggedInbound;
  readonly known: WarmConversation;
  readonly done: Promise<void>;
  readonly release: () => void;
}

export class JournaledLog implements ConversationLog {
  readonly #parts: JournaledLogParts;
  readonly #turns: JournaledTurns;
  readonly #warm = new LRUCache<string, WarmConversation>({ max: mostConversations });
  readonly #ids = new LRUCache<string, Set<string>>({ max: mostConversations });
  readonly #unrecorded = new Map<string, Unrecorded>();
  /** What was read along with a message that is in the store, to be kept once it is answered. */
  readonly #warming = new WeakMap<LoggedInbound, WarmConversation>();

  constructor(parts: JournaledLogParts) {
    this.#parts = parts;
    this.#turns = new JournaledTurns(parts);
  }

  async receive(arrival: Arrival): Promise<Receipt> {
    const { channel, conversationId: id, messageId, kind } = arrival.inbound;
    const conversation = { channel, id };
    const name = conversationName(conversation);
    if (!arrival.acknowledgedWithAnswer || kind === 'join') return await this.#receiveStored(arrival, name);
    // Its sender waits for the answer anyhow, and so for its turn.
    await this.#unrecorded.get(name)?.done;
    const known = this.#warm.get(name);
    const fresh = !(this.#ids.get(name)?.has(messageId) ?? true);
    if (known && fresh && isWarm(known, this.#parts.changes(), arrival.inbound.at)) {
      const message = { ...arrival, direction: 'in' as const, conversation, seq: known.lastSequence + 1 };
      let release = (): void => undefined;
      const done = new Promise<void>((resolve) => (release = resolve));
      this.#unrecorded.set(name, { message, known, done, release });
      return { duplicate: false, message, offered: known.offered, ahead: 0, start: known.start };
    }
    const before = this.#parts.changes();
    const receipt = await this.#receiveStored(arrival, name);
    if (!receipt.duplicate) await this.#keepInMind(receipt, before, name);
    return receipt;
  }

  async answer(turn: TurnRecord): Promise<Recorded> {
    const { message, replies, at } = turn;
    const name = conversationName(message.conversation);
    const open = this.#unrecorded.get(name);
    if (open?.message !== message) return await this.#answerStored(turn, name);
    try {
      if (turn.push) {
        await this.#parts.stored.receive(message);
        return await this.#answerStored(turn, name);
      }
      await this.#turns.add(turnLine(turn));
      this.#ids.get(name)?.add(message.inbound.messageId);
      this.#warm.set(name, warmAfter(open.known, message, replies));
      return { replies: numbered(message, replies, at), deliveries: [] };
    } finally {
      this.#unrecorded.delete(name);
      open.release();
    }
  }

  async say(conversation: ConversationKey, replies: readonly Reply[], at: Date, push: boolean): Promise<Recorded> {
    this.#warm.delete(conversationName(conversation));
    await this.settled();
    return await this.#parts.stored.say(conversation, replies, at, push);
  }

  async since(conversation: ConversationKey, watermark: number, limit: number): Promise<readonly LoggedMessage[]> {
    await this.settled();
    return await this.#parts.stored.since(conversation, watermark, limit);
  }

  async repliesTo(channel: string, messageId: string): Promise<readonly LoggedReply[]> {
    await this.settled();
    return await this.#parts.stored.repliesTo(channel, messageId);
  }

  async ahead(message: LoggedInbound): Promise<number> {
    await this.settled();
    return await this.#parts.stored.ahead(message);
  }

  async takeUnanswered(begunBefore: Date, now: Date): Promise<readonly { message: LoggedInbound; attempt: number }[]> {
    await this.settled();
    return await this.#parts.stored.takeUnanswered(begunBefore, now);
  }

  async settled(): Promise<void> {
    if (!this.#turns.idle) await this.#turns.settled();
  }

  async #receiveStored(arrival: Arrival, name: string): Promise<Receipt> {
    this.#warm.delete(name);
    await this.settled();
    const receipt = await this.#parts.stored.receive(arrival);
    this.#ids.get(name)?.add(arrival.inbound.messageId);
    return receipt;
  }

  async #keepInMind(receipt: Receipt & { duplicate: false }, changes: number, name: string): Promise<void> {
    const { message, ahead, offered, start } = receipt;
    if (ahead > 0 || (start === null && this.#parts.stored.readsStart)) return;
    if (!this.#ids.has(name)) {
      const { channel, id } = message.conversation;
      const rows = await runPrepared<{ messageId: string }>(this.#parts.pool, knownIds, [channel, id, mostIds + 1]);
      if (rows.length > mostIds) return;
      this.#ids.set(name, new Set(rows.map(({ messageId }) => messageId)));
    }
    const { seq: lastSequence } = message;
    const known = { changes, readAt: message.inbound.at, turns: 0, lastSequence, offered, start: readStart(start) };
    this.#warming.set(message, known);
  }

  async #answerStored(turn: TurnRecord, name: string): Promise<Recorded> {
    const recorded = await this.#parts.stored.answer(turn);
    const known = this.#warming.get(turn.message);
    if (known && known.changes === this.#parts.changes())
      this.#warm.set(name, warmAfter(known, turn.message, turn.replies));
    return recorded;
  }
}

function numbered(message: LoggedInbound, replies: readonly Reply[], at: Date): readonly LoggedReply[] {
  const { conversation, seq, inbound } = message;
  return replies.map((reply, index) => {
    return { direction: 'out', conversation, seq: seq + index + 1, answers: inbound.messageId, reply, at };
  });
}
