/** The conversation log in the store: one round trip for a message in, one for the answer out. */
import type { Pool } from 'pg';
import type { Reply, ReplyAction } from '#bot/channels/channel-port.ts';
import type {
  Arrival,
  ConversationKey,
  ConversationLog,
  Delivery,
  LoggedInbound,
  LoggedMessage,
  LoggedReply,
  Receipt,
  Recorded,
  TurnRecord,
} from './conversation-log.ts';
import { hasCode, runPrepared } from './prepared-query.ts';
import { rowId } from './row-id.ts';
import { storable } from './storable.ts';
import * as sql from './stored-log-sql.ts';
import { loggedInbound, loggedMessage, loggedReply, payloadOf } from './stored-row.ts';
import type { InboxRow, MessageRow } from './stored-row.ts';

interface Standing {
  readonly offered: readonly ReplyAction[] | null;
  readonly ahead: number;
}

const uniqueViolation = '23505';

export class StoredLog implements ConversationLog {
  readonly #pool: Pool;

  readonly #demo: boolean | null;

  /** @param demo whether demo bindings count in the start of a turn; null: starts are not read along with messages */
  constructor(pool: Pool, demo: boolean | null = null) {
    this.#pool = pool;
    this.#demo = demo;
  }

  /** Whether what a turn starts from comes with each message. */
  get readsStart(): boolean {
    return this.#demo !== null;
  }

  async receive(arrival: Arrival): Promise<Receipt> {
    const { inbound, envelope, address } = arrival;
    const { channel, conversationId, messageId, at } = inbound;
    const shows = inbound.kind === 'join' ? 0 : 1;
    const names = [channel, conversationId, messageId];
    const ids = [rowId(at), rowId(at), rowId(at)];
    const said = [inbound.text, json(inbound.action), json(envelope), inbound.userId, json(address)];
    const lazily = arrival.acknowledgedWithAnswer ?? false;
    const values = [...names, storable(payloadOf(arrival)), at, ...ids, shows, ...said, lazily, this.#demo];
    const [row] = await this.#receive(values);
    if (!row) return { duplicate: true, message: await this.#known(channel, messageId) };
    const message: LoggedInbound = {
      ...arrival,
      direction: 'in',
      conversation: { channel, id: conversationId },
      seq: row.seq,
    };
    const inTime = (row.before ?? 0) === row.seq - shows;
    const { offered, ahead } = inTime ? row : await this.#standing(message, row.seq - shows);
    return { duplicate: false, message, offered: offered ?? [], ahead, start: inTime ? row.start : null };
  }

  async answer(turn: TurnRecord): Promise<Recorded> {
    const { channel, id } = turn.message.conversation;
    const { messageId, userId } = turn.message.inbound;
    return this.#record(sql.answer, { channel, id }, { key: messageId, answers: messageId, userId }, turn);
  }

  async say(conversation: ConversationKey, replies: readonly Reply[], at: Date, push: boolean): Promise<Recorded> {
    return this.#record(sql.say, conversation, { key: rowId(at), answers: null, userId: null }, { replies, at, push });
  }

  async since(conversation: ConversationKey, watermark: number, limit: number): Promise<readonly LoggedMessage[]> {
    const rows = await runPrepared<MessageRow>(this.#pool, sql.since, [
      conversation.channel,
      conversation.id,
      watermark,
      limit,
    ]);
    return rows.map((row) => loggedMessage(conversation, row));
  }

  async repliesTo(channel: string, messageId: string): Promise<readonly LoggedReply[]> {
    const rows = await runPrepared<MessageRow & { conversation: string }>(this.#pool, sql.repliesTo, [
      channel,
      messageId,
    ]);
    return rows.map((row) => loggedReply({ channel, id: row.conversation }, row));
  }

  async ahead(message: LoggedInbound): Promise<number> {
    const upTo = message.inbound.kind === 'join' ? message.seq : message.seq - 1;
    return (await this.#standing(message, upTo)).ahead;
  }

  async takeUnanswered(begunBefore: Date, now: Date): Promise<readonly { message: LoggedInbound; attempt: number }[]> {
    const rows = await runPrepared<InboxRow & { attempts: number }>(this.#pool, sql.takeUnanswered, [begunBefore, now]);
    return rows
      .toSorted((one, other) => one.seq - other.seq)
      .map((row) => ({ message: loggedInbound(row), attempt: row.attempts }));
  }

  async settled(): Promise<void> {}

  async #receive(values: readonly unknown[]) {
    try {
      return await runPrepared<Standing & { seq: number; before: number | null; start: unknown }>(
        this.#pool,
        sql.receive,
        values,
      );
    } catch (error) {
      if (hasCode(error, uniqueViolation)) return [];
      throw error;
    }
  }

  async #known(channel: string, messageId: string): Promise<LoggedInbound> {
    const [row] = await runPrepared<InboxRow>(this.#pool, sql.known, [channel, messageId]);
    if (!row) throw new Error('a message that is known to the inbox is not in it');
    return loggedInbound(row);
  }

  async #standing(message: LoggedInbound, upTo: number): Promise<Standing> {
    const { channel, id } = message.conversation;
    const values = [channel, id, message.inbound.messageId, upTo];
    const rows = await runPrepared<Standing>(this.#pool, sql.standing, values);
    return rows[0] ?? { offered: null, ahead: 0 };
  }

  async #record(
    statement: typeof sql.answer,
    conversation: ConversationKey,
    about: { readonly key: string; readonly answers: string | null; readonly userId: string | null },
    said: { readonly replies: readonly Reply[]; readonly at: Date; readonly push: boolean },
  ): Promise<Recorded> {
    const { replies, at, push } = said;
    const entries = replies.map((reply) => ({ reply, messageId: rowId(at), outboxId: rowId(at) }));
    const { key, answers, userId: to } = about;
    const values = [conversation.channel, key, storable(entries), entries.length, at, to, push];
    if (answers === null) values.push(conversation.id);
    interface PlaceRow {
      base: number;
      address: Readonly<Record<string, unknown>> | null;
      userId: string | null;
    }
    const [place] = await runPrepared<PlaceRow>(this.#pool, statement, values);
    if (!place) return { replies: [], deliveries: [] };
    const logged = replies.map((reply, index): LoggedReply => {
      return { direction: 'out', conversation, seq: place.base + index + 1, answers, reply, at };
    });
    const { userId } = place;
    if (!push || userId === null) return { replies: logged, deliveries: [] };
    const deliveries = logged.map((message, index): Delivery => {
      return { id: entries[index]?.outboxId ?? '', message, userId, address: place.address ?? {}, attempts: 0 };
    });
    return { replies: logged, deliveries };
  }
}

function json(value: unknown): string | null {
  return value === undefined ? null : storable(value);
}
