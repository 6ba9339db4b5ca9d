/** The terminal as a channel: the operator of this machine speaks as whichever person they name. */
import { randomUUID } from 'node:crypto';
import type { LoggedReply } from '#bot/delivery/conversation-log.ts';
import type { Inbound } from './channel-port.ts';
import type { Channel, Services } from './channel.ts';

export const channelName = 'console';

/** Served by `npm run chat`, a process of its own: nothing to open on a server. */
export const consoleChannel: Channel = {
  name: channelName,
  capabilities: { cards: false, typing: false, proactive: false, updateInPlace: false, maxTextBytes: 1024 * 1024 },
  standing: () => 'npm run chat',
  open: () => Promise.resolve({ close: () => Promise.resolve() }),
};

/** One person's conversation in the terminal; it goes on where the last run left it. */
export class ConsoleConversation {
  readonly #services: Pick<Services, 'ingress'>;
  readonly #userId: string;

  /** @param person id from the roster; null speaks as someone nobody knows */
  constructor(services: Pick<Services, 'ingress'>, person: string | null) {
    this.#services = services;
    this.#userId = person ?? 'guest';
  }

  /** @param messageId given only to deliver the same message again */
  say(text: string, at: Date, messageId: string = randomUUID()): Promise<readonly LoggedReply[]> {
    return this.#send({ kind: 'text', text }, at, messageId);
  }

  press(action: string, at: Date, messageId: string = randomUUID()): Promise<readonly LoggedReply[]> {
    return this.#send({ kind: 'action', text: '', action: { id: action } }, at, messageId);
  }

  /** The greeting that opens a run of the terminal. */
  join(at: Date): Promise<readonly LoggedReply[]> {
    return this.#send({ kind: 'join', text: '' }, at, randomUUID());
  }

  async #send(said: Pick<Inbound, 'kind' | 'text' | 'action'>, at: Date, id: string): Promise<readonly LoggedReply[]> {
    const conversationId = this.#userId;
    const messageId = `${conversationId}/${id}`;
    const inbound = { channel: channelName, userId: this.#userId, conversationId, messageId, at, ...said };
    return (await this.#services.ingress.accept({ inbound, acknowledgedWithAnswer: true })).replies;
  }
}
