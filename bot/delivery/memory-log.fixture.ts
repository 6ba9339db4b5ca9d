/** A conversation log in memory, for tests of what stands around it. */
import type { Reply } from '#bot/channels/channel-port.ts';
import type {
  Arrival,
  ConversationKey,
  ConversationLog,
  Delivery,
  LoggedInbound,
  LoggedMessage,
  LoggedReply,
  Receipt,
  TurnRecord,
} from './conversation-log.ts';
import { conversationName } from './conversation-log.ts';

interface InboxRow {
  readonly message: LoggedInbound;
  state: 'processing' | 'done';
  startedAt: Date;
  attempts: number;
}

interface OutboxRow {
  readonly delivery: Delivery;
  state: string;
  dueAt: Date;
  attempts: number;
}

export class MemoryLog implements ConversationLog {
  readonly inbox = new Map<string, InboxRow>();
  readonly messages = new Map<string, LoggedMessage[]>();
  readonly outbox: OutboxRow[] = [];

  receive(arrival: Arrival): Promise<Receipt> {
    const { channel, conversationId, messageId } = arrival.inbound;
    const key = `${channel}\n${messageId}`;
    const known = this.inbox.get(key);
    if (known) return Promise.resolve({ duplicate: true, message: known.message });
    const conversation = { channel, id: conversationId };
    const said = this.#of(conversation);
    const shows = arrival.inbound.kind !== 'join';
    const message: LoggedInbound = { ...arrival, direction: 'in', conversation, seq: said.length + (shows ? 1 : 0) };
    const ahead = this.#unfinished(message);
    const offered = said.findLast((entry) => entry.direction === 'out')?.reply.actions ?? [];
    if (shows) said.push(message);
    this.inbox.set(key, { message, state: 'processing', startedAt: arrival.inbound.at, attempts: 0 });
    return Promise.resolve({ duplicate: false, message, offered, ahead });
  }

  answer(turn: TurnRecord): Promise<{ replies: readonly LoggedReply[]; deliveries: readonly Delivery[] }> {
    const { message } = turn;
    const row = this.inbox.get(`${message.conversation.channel}\n${message.inbound.messageId}`);
    if (row) row.state = 'done';
    return Promise.resolve(
      this.#append(message.conversation, turn.replies, turn.at, turn.push, message.inbound.messageId),
    );
  }

  say(
    conversation: ConversationKey,
    replies: readonly Reply[],
    at: Date,
    push: boolean,
  ): Promise<{ replies: readonly LoggedReply[]; deliveries: readonly Delivery[] }> {
    return Promise.resolve(this.#append(conversation, replies, at, push, null));
  }

  since(conversation: ConversationKey, watermark: number, limit: number): Promise<readonly LoggedMessage[]> {
    return Promise.resolve(
      this.#of(conversation)
        .filter((entry) => entry.seq > watermark)
        .slice(0, limit),
    );
  }

  repliesTo(channel: string, messageId: string): Promise<readonly LoggedReply[]> {
    const asked = this.inbox.get(`${channel}\n${messageId}`)?.message;
    const said = asked ? this.#of(asked.conversation) : [];
    return Promise.resolve(
      said.filter((entry): entry is LoggedReply => entry.direction === 'out' && entry.answers === messageId),
    );
  }

  ahead(message: LoggedInbound): Promise<number> {
    return Promise.resolve(this.#unfinished(message));
  }

  takeUnanswered(begunBefore: Date, now: Date): Promise<readonly { message: LoggedInbound; attempt: number }[]> {
    const rows = [...this.inbox.values()].filter((row) => row.state !== 'done' && row.startedAt < begunBefore);
    return Promise.resolve(
      rows.map((row) => {
        row.startedAt = now;
        row.attempts += 1;
        return { message: row.message, attempt: row.attempts };
      }),
    );
  }

  takeDue(now: Date, limit: number): Promise<readonly Delivery[]> {
    const rows = this.outbox.filter((row) => row.state === 'pending' && row.dueAt <= now).slice(0, limit);
    for (const row of rows) row.state = 'sending';
    return Promise.resolve(rows.map((row) => ({ ...row.delivery, attempts: row.attempts })));
  }

  settle(
    delivery: Delivery,
    result: { state: string; detail: string } | { retryAt: Date; detail: string },
  ): Promise<void> {
    const row = this.outbox.find((candidate) => candidate.delivery.id === delivery.id);
    if (row && 'state' in result) row.state = result.state;
    else if (row && 'retryAt' in result) {
      row.state = 'pending';
      row.attempts += 1;
      row.dueAt = result.retryAt;
    }
    return Promise.resolve();
  }

  #of(conversation: ConversationKey): LoggedMessage[] {
    const name = conversationName(conversation);
    const said = this.messages.get(name) ?? [];
    this.messages.set(name, said);
    return said;
  }

  #unfinished(message: LoggedInbound): number {
    const name = conversationName(message.conversation);
    return [...this.inbox.values()].filter(
      (row) => row.state !== 'done' && row.message !== message && conversationName(row.message.conversation) === name,
    ).length;
  }

  #append(conversation: ConversationKey, replies: readonly Reply[], at: Date, push: boolean, answers: string | null) {
    const said = this.#of(conversation);
    const asked = said.findLast((entry): entry is LoggedInbound => entry.direction === 'in');
    const joined = [...this.inbox.values()].find((row) => row.message.inbound.conversationId === conversation.id);
    const userId = (asked ?? joined?.message)?.inbound.userId ?? '';
    const logged = replies.map((reply): LoggedReply => {
      const entry = { direction: 'out', conversation, seq: said.length + 1, userId, answers, reply, at } as const;
      said.push(entry);
      return entry;
    });
    if (!push) return { replies: logged, deliveries: [] };
    const address = asked?.address ?? joined?.message.address ?? {};
    const deliveries = logged.map((message, index): Delivery => ({
      id: `${conversationName(conversation)}/${message.seq}/${index}`,
      message,
      address,
      attempts: 0,
    }));
    for (const delivery of deliveries) this.outbox.push({ delivery, state: 'sending', dueAt: at, attempts: 0 });
    return { replies: logged, deliveries };
  }
}
