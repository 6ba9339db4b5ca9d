/** The way in, the same for every channel: record once, acknowledge, answer in order, record the answer, send it. */
import type { Core, Inbound } from '#bot/channels/channel-port.ts';
import type { Log } from '#bot/log.ts';
import { cleanText, cleanValue } from './clean-text.ts';
import type { Arrival, ConversationLog, LoggedInbound, LoggedReply } from './conversation-log.ts';
import { conversationName } from './conversation-log.ts';
import type { Feed } from './feed.ts';
import { resolvePress } from './press.ts';
import { SerialQueue } from './serial-queue.ts';
import { apology, referenceNumber, takeTurn } from './turn.ts';
import type { Outgoing } from './outgoing.ts';
import { wording } from './wording.ts';

/** Messages of one conversation that may wait for their turn. */
const longestLine = 20;
/** After how long people are shown that we are at it. */
const typingAfterMs = 300;
/** How often to look whether another replica has finished the message before ours. */
const lookAgainMs = 50;
/** A message that was being answered this many times when the process died gets an apology instead. */
const mostAttempts = 3;

export interface Accepted {
  readonly duplicate: boolean;
  readonly message: LoggedInbound;
  /** What the message was answered with, once it is recorded; never rejects. An apology when it could not be recorded. */
  readonly replies: Promise<readonly LoggedReply[]>;
}

/** Too many messages wait in this conversation: to be told to the sender, nothing was recorded. */
export class LineTooLong extends Error {
  constructor() {
    super('too many messages of this conversation wait for their answer');
    this.name = 'LineTooLong';
  }
}

export interface IngressParts {
  readonly core: Core;
  readonly conversations: ConversationLog;
  readonly feed: Feed;
  readonly outgoing: Outgoing;
  readonly log: Log;
  readonly now: () => Date;
  readonly turnTimeoutMs: number;
}

export class Ingress {
  readonly #parts: IngressParts;
  readonly #arrivals = new SerialQueue();
  readonly #turns = new SerialQueue();

  constructor(parts: IngressParts) {
    this.#parts = parts;
  }

  /** Resolves once the message is recorded, which is the moment to acknowledge it; the answer comes after. */
  async accept(arrival: Arrival): Promise<Accepted> {
    const clean = cleaned(arrival);
    const name = conversationName({ channel: clean.inbound.channel, id: clean.inbound.conversationId });
    if (this.#turns.depth(name) + this.#arrivals.depth(name) >= longestLine) throw new LineTooLong();
    return this.#arrivals.run(name, async () => {
      const receipt = await this.#parts.conversations.receive(clean);
      const { message } = receipt;
      if (receipt.duplicate) return { duplicate: true, message, replies: this.#earlierReplies(name, message) };
      this.#parts.feed.publish(message.conversation, { kind: 'message', message });
      const waitForOthers = receipt.ahead > this.#turns.depth(name);
      // What was read with the message holds only when no other turn comes before this one.
      const start = receipt.ahead === 0 && this.#turns.depth(name) === 0 ? receipt.start : null;
      const replies = this.#turns.run(name, async () => {
        if (waitForOthers) await this.#othersFinished(message);
        return this.#answer(message, resolvePress(message.inbound, receipt.offered), start);
      });
      return { duplicate: false, message, replies };
    });
  }

  /** Answers what a process that is gone had begun before `begunBefore`; resolves with how many there were. */
  async recover(begunBefore: Date): Promise<number> {
    const orphans = await this.#parts.conversations.takeUnanswered(begunBefore, this.#parts.now());
    for (const { message, attempt } of orphans) {
      void this.#turns.run(conversationName(message.conversation), () =>
        attempt < mostAttempts
          ? this.#answer(message, resolvePress(message.inbound, []))
          : this.#giveUp(message, attempt),
      );
    }
    if (orphans.length > 0) this.#parts.log.warn({ count: orphans.length }, 'answering messages left from before');
    return orphans.length;
  }

  /** Resolves once every turn that was begun has been answered and recorded. */
  async finished(): Promise<void> {
    await this.#arrivals.idle();
    await this.#turns.idle();
  }

  async #answer(message: LoggedInbound, inbound: Inbound, start: unknown = null): Promise<readonly LoggedReply[]> {
    const { core, feed, log, turnTimeoutMs: timeoutMs } = this.#parts;
    const typing = setTimeout(() => feed.publish(message.conversation, { kind: 'typing' }), typingAfterMs);
    const begun = performance.now();
    // What the core reads itself is to hold the turns before this one.
    if (start === null) await this.#parts.conversations.settled();
    const replies = await takeTurn(inbound, { core, log, timeoutMs, start });
    clearTimeout(typing);
    const logged = await this.#record(message, replies);
    const { channel, kind } = inbound;
    log.debug({ channel, kind, length: inbound.text.length, ms: Math.round(performance.now() - begun) }, 'turn');
    return logged;
  }

  /** A message that keeps bringing the process down is not tried again. */
  #giveUp(message: LoggedInbound, attempt: number): Promise<readonly LoggedReply[]> {
    const reference = referenceNumber();
    this.#parts.log.error({ reference, attempt, messageId: message.inbound.messageId }, 'message given up');
    return this.#record(message, [apology(wording.fault(reference), reference)]);
  }

  async #record(message: LoggedInbound, replies: Parameters<Outgoing['answer']>[1]): Promise<readonly LoggedReply[]> {
    try {
      return await this.#parts.outgoing.answer(message, replies);
    } catch (error) {
      // The inbox row stays unfinished, so that the message is answered again once the store is back.
      const reference = referenceNumber();
      const { messageId } = message.inbound;
      this.#parts.log.error({ err: error, reference, messageId }, 'answer not recorded');
      const reply = apology(wording.fault(reference), reference);
      const { conversation, seq } = message;
      return [{ direction: 'out', conversation, seq, answers: messageId, reply, at: this.#parts.now() }];
    }
  }

  async #earlierReplies(name: string, message: LoggedInbound): Promise<readonly LoggedReply[]> {
    try {
      // Behind the first delivery's own turn, should that still be running.
      return await this.#turns.run(name, () =>
        this.#parts.conversations.repliesTo(message.conversation.channel, message.inbound.messageId),
      );
    } catch (error) {
      this.#parts.log.error({ err: error, messageId: message.inbound.messageId }, 'earlier answer not read');
      return [];
    }
  }

  /** Serial across replicas: waits for the message before ours, but no longer than its turn may take. */
  async #othersFinished(message: LoggedInbound): Promise<void> {
    for (let waited = 0; waited < this.#parts.turnTimeoutMs; waited += lookAgainMs) {
      if ((await this.#parts.conversations.ahead(message)) === 0) return;
      await new Promise((resolve) => setTimeout(resolve, lookAgainMs));
    }
  }
}

function cleaned(arrival: Arrival): Arrival {
  const { inbound } = arrival;
  const action = inbound.action && {
    id: cleanText(inbound.action.id),
    ...(inbound.action.value
      ? {
          value: Object.fromEntries(
            Object.entries(inbound.action.value).map(([key, value]) => [cleanText(key), cleanValue(value)]),
          ),
        }
      : {}),
  };
  const clean: Arrival = {
    ...arrival,
    inbound: { ...inbound, text: cleanText(inbound.text), ...(action ? { action } : {}) },
  };
  return clean;
}
