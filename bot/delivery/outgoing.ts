/** The way out: every reply is recorded first, then shown to who watches, then pushed where the channel pushes. */
import type { Reply } from '#bot/channels/channel-port.ts';
import type { Log } from '#bot/log.ts';
import type {
  ConversationKey,
  ConversationLog,
  Delivery,
  LoggedInbound,
  LoggedReply,
  Outbox,
} from './conversation-log.ts';
import type { Feed } from './feed.ts';

/** How a push ended. `retry` is for when nothing can have been delivered; `unknown` for when it may have been. */
export interface SendResult {
  readonly state: 'sent' | 'failed' | 'unknown' | 'retry';
  /** The channel's own id of what was sent, or what went wrong. */
  readonly detail: string;
}

/** Pushes one message to one person; never rejects. */
export type Send = (delivery: Delivery) => Promise<SendResult>;

/** Waits before the second, third … try, in milliseconds; after the last the delivery has failed. */
const waits = [2_000, 15_000, 60_000, 300_000];
const deliveriesAtOnce = 50;
/** No send takes longer than this; one that seems to was cut off with its process. */
const longestSend = 120_000;

export interface OutgoingParts {
  readonly conversations: ConversationLog;
  readonly outbox: Outbox;
  readonly feed: Feed;
  readonly log: Log;
  readonly now: () => Date;
}

export class Outgoing {
  readonly #parts: OutgoingParts;
  readonly #pushing = new Map<string, Send>();
  readonly #underWay = new Set<Promise<void>>();

  constructor(parts: OutgoingParts) {
    this.#parts = parts;
  }

  /** Says how a channel pushes; one that is not named here leaves its messages to be fetched. */
  pushThrough(channel: string, send: Send): void {
    this.#pushing.set(channel, send);
  }

  /** Records the replies to a message and sends them on; resolves once they are recorded. */
  async answer(message: LoggedInbound, replies: readonly Reply[]): Promise<readonly LoggedReply[]> {
    const at = this.#parts.now();
    const push = this.pushes(message.conversation) && message.address !== undefined;
    const logged = await this.#parts.conversations.answer({ message, replies, at, push });
    this.#sendOn(message.conversation, logged.replies, logged.deliveries);
    return logged.replies;
  }

  /** The same for a message that answers nothing: a reminder, a notice. */
  async say(conversation: ConversationKey, replies: readonly Reply[]): Promise<readonly LoggedReply[]> {
    const push = this.pushes(conversation);
    const logged = await this.#parts.conversations.say(conversation, replies, this.#parts.now(), push);
    this.#sendOn(conversation, logged.replies, logged.deliveries);
    return logged.replies;
  }

  /** Sends what is due from earlier and gives up on what was being sent when a process died; called from time to time. */
  async sendDue(): Promise<void> {
    const { outbox, log } = this.#parts;
    const now = this.#parts.now();
    const lost = await outbox.giveUpSending(new Date(now.getTime() - longestSend));
    if (lost > 0) log.warn({ lost }, 'deliveries whose outcome is unknown');
    const due = await outbox.due([...this.#pushing.keys()], now, deliveriesAtOnce);
    if (due.length > 0) this.#track(this.#deliver(due));
  }

  /** Resolves once nothing is being sent any more. */
  async finished(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.all(this.#underWay);
  }

  /** Whether messages of this conversation are sent out rather than fetched. */
  pushes(conversation: ConversationKey): boolean {
    return this.#pushing.has(conversation.channel);
  }

  #sendOn(conversation: ConversationKey, replies: readonly LoggedReply[], deliveries: readonly Delivery[]): void {
    for (const message of replies) this.#parts.feed.publish(conversation, { kind: 'message', message });
    if (deliveries.length > 0) this.#track(this.#deliver(deliveries));
  }

  #track(work: Promise<void>): void {
    const tracked = work.finally(() => this.#underWay.delete(tracked));
    this.#underWay.add(tracked);
  }

  /** One after the other: the parts of an answer must arrive in order. */
  async #deliver(deliveries: readonly Delivery[]): Promise<void> {
    for (const delivery of deliveries) {
      try {
        await this.#deliverOne(delivery);
      } catch (error) {
        this.#parts.log.error({ err: error, delivery: delivery.id }, 'delivery not recorded');
      }
    }
  }

  async #deliverOne(delivery: Delivery): Promise<void> {
    const { outbox, log, now } = this.#parts;
    const { channel } = delivery.message.conversation;
    const send = this.#pushing.get(channel);
    if (!send || !(await outbox.claim(delivery, now()))) return;
    const { state, detail } = await send(delivery);
    const at = now();
    if (state !== 'sent') log.warn({ delivery: delivery.id, channel, state, detail }, 'not delivered');
    const wait = state === 'retry' ? waits[delivery.attempts] : undefined;
    if (wait !== undefined) await outbox.settle(delivery, { retryAt: new Date(at.getTime() + wait), detail, at });
    else await outbox.settle(delivery, { state: state === 'retry' ? 'failed' : state, detail, at });
  }
}
