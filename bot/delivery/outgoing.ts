/** The way out: every reply is recorded first, then shown to who watches, then pushed where the channel pushes. */
import type { Reply } from '#bot/channels/channel-port.ts';
import type { Log } from '#bot/log.ts';
import type { ConversationKey, ConversationLog, Delivery, LoggedInbound, LoggedReply } from './conversation-log.ts';
import type { Feed } from './feed.ts';

/** How a push ended. `retry` is for when nothing can have been delivered; `unknown` for when it may have been. */
export type SendResult =
  | { readonly state: 'sent'; readonly detail: string }
  | { readonly state: 'failed' | 'unknown' | 'retry'; readonly detail: string };

/** Pushes one message to one person; never rejects. */
export type Send = (delivery: Delivery) => Promise<SendResult>;

/** Waits before the second, third … try, in milliseconds; after the last the delivery has failed. */
const waits = [2_000, 15_000, 60_000, 300_000];
const deliveriesAtOnce = 50;

export interface OutgoingParts {
  readonly conversations: ConversationLog;
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
    const push = this.#pushes(message.conversation) && message.address !== undefined;
    const logged = await this.#parts.conversations.answer({ message, replies, at, push });
    this.#sendOn(message.conversation, logged.replies, logged.deliveries);
    return logged.replies;
  }

  /** The same for a message that answers nothing: a reminder, a notice. */
  async say(conversation: ConversationKey, replies: readonly Reply[]): Promise<readonly LoggedReply[]> {
    const push = this.#pushes(conversation);
    const logged = await this.#parts.conversations.say(conversation, replies, this.#parts.now(), push);
    this.#sendOn(conversation, logged.replies, logged.deliveries);
    return logged.replies;
  }

  /** Sends what is due from earlier; called at start and from time to time. */
  async sendDue(): Promise<void> {
    const due = await this.#parts.conversations.takeDue(this.#parts.now(), deliveriesAtOnce);
    if (due.length > 0) this.#track(this.#deliver(due));
  }

  /** Resolves once nothing is being sent any more. */
  async finished(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.all(this.#underWay);
  }

  #pushes(conversation: ConversationKey): boolean {
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
    const { channel } = delivery.message.conversation;
    const send = this.#pushing.get(channel);
    const result: SendResult = send ? await send(delivery) : { state: 'retry', detail: `channel ${channel} is off` };
    const { detail } = result;
    if (result.state !== 'sent') this.#parts.log.warn({ delivery: delivery.id, channel, ...result }, 'not delivered');
    if (result.state !== 'retry') {
      await this.#parts.conversations.settle(delivery, { state: result.state, detail });
      return;
    }
    const wait = waits[delivery.attempts];
    const retryAt = wait === undefined ? null : new Date(this.#parts.now().getTime() + wait);
    await this.#parts.conversations.settle(delivery, retryAt ? { retryAt, detail } : { state: 'failed', detail });
  }
}
