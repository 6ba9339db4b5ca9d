/** One client's WebSocket on a conversation: every message after its watermark, in order, exactly once. */
import type { WebSocket } from 'ws';
import type { Services } from '#bot/channels/channel.ts';
import type { ConversationKey, LoggedMessage } from '#bot/delivery/conversation-log.ts';
import type { Log } from '#bot/log.ts';
import { activitiesOf, typingActivity } from './activity.ts';

const pageSize = 100;
/** A client that takes this much without reading is cut off; it comes back with its watermark. */
const mostUnread = 2 * 1024 * 1024;

export class Stream {
  readonly #socket: WebSocket;
  readonly #conversation: ConversationKey;
  readonly #services: Pick<Services, 'conversations' | 'feed'>;
  readonly #log: Log;
  readonly #stopWatching: () => void;
  /** Number of the last message sent. */
  #watermark: number;
  #reading = false;
  #behind = false;
  /** Whether the client has answered since the last ping. */
  #alive = true;

  constructor(
    socket: WebSocket,
    conversation: ConversationKey,
    watermark: number,
    services: Pick<Services, 'conversations' | 'feed'>,
    log: Log,
  ) {
    this.#socket = socket;
    this.#conversation = conversation;
    this.#watermark = watermark;
    this.#services = services;
    this.#log = log;
    // Watching begins before the first read, so that nothing falls between the two.
    this.#stopWatching = services.feed.watch(conversation, (event) => {
      if (event.kind === 'typing') this.#send({ activities: [typingActivity(conversation.id)] });
      else this.#shown(event.message);
    });
    socket.on('pong', () => (this.#alive = true));
    socket.on('message', () => (this.#alive = true));
    socket.on('error', (error) => this.#log.debug({ err: error }, 'stream broken'));
    socket.on('close', this.#stopWatching);
    this.catchUp();
  }

  /** Sends what is in the log and was not sent; also what another replica recorded. */
  catchUp(): void {
    this.#behind = true;
    if (!this.#reading) void this.#read();
  }

  /** An empty frame and a ping, as Direct Line does; a client that did not answer the last one is gone. */
  keepAlive(): void {
    if (!this.#alive) {
      this.#socket.terminate();
      return;
    }
    this.#alive = false;
    if (this.#socket.readyState !== this.#socket.OPEN) return;
    this.#socket.send('');
    this.#socket.ping();
  }

  close(): void {
    this.#socket.close(1001, 'server closing');
  }

  /** A message was recorded just now: sent on as it is when it is the next one, otherwise by reading the log. */
  #shown(message: LoggedMessage): void {
    if (message.seq <= this.#watermark) return;
    if (this.#reading || message.seq !== this.#watermark + 1) this.catchUp();
    else this.#sendMessages([message]);
  }

  async #read(): Promise<void> {
    this.#reading = true;
    try {
      while (this.#behind && this.#socket.readyState === this.#socket.OPEN) {
        this.#behind = false;
        const page = await this.#services.conversations.since(this.#conversation, this.#watermark, pageSize);
        this.#sendMessages(page);
        if (page.length === pageSize) this.#behind = true;
      }
    } catch (error) {
      this.#log.error({ err: error }, 'conversation not read for its stream');
      this.#socket.close(1011, 'not readable now');
    } finally {
      this.#reading = false;
    }
  }

  #sendMessages(messages: readonly LoggedMessage[]): void {
    const last = messages.at(-1);
    if (!last) return;
    this.#watermark = last.seq;
    this.#send({ activities: messages.flatMap(activitiesOf), watermark: String(last.seq) });
  }

  #send(set: { readonly activities: readonly unknown[]; readonly watermark?: string }): void {
    if (this.#socket.readyState !== this.#socket.OPEN || set.activities.length === 0) return;
    this.#socket.send(JSON.stringify(set));
    if (this.#socket.bufferedAmount > mostUnread) this.#socket.terminate();
  }
}
