/** What a channel is to the program: a name, what it can do, and how it is opened. */
import type { FastifyInstance } from 'fastify';
import type { Config } from '#bot/config.ts';
import type { ConversationLog } from '#bot/delivery/conversation-log.ts';
import type { Feed } from '#bot/delivery/feed.ts';
import type { Ingress } from '#bot/delivery/ingress.ts';
import type { Outgoing } from '#bot/delivery/outgoing.ts';
import type { Log } from '#bot/log.ts';
import type { Capabilities } from './channel-port.ts';

/** What takes turns: there once the store is open. */
export interface Services {
  readonly ingress: Ingress;
  readonly outgoing: Outgoing;
  readonly conversations: ConversationLog;
  readonly feed: Feed;
  /** Whom a visitor of the demo can choose to be. */
  readonly demoPeople: () => Promise<readonly DemoPerson[]>;
}

export interface DemoPerson {
  readonly id: string;
  readonly name: string;
  readonly department: string;
  readonly role: string;
}

export interface ChannelHost {
  readonly app: FastifyInstance;
  readonly config: Config;
  readonly log: Log;
  readonly now: () => Date;
  /** Signs tokens; at least 32 bytes. */
  readonly signingKey: Uint8Array;
  /** The server listens before the store is open, so that a page loads at once; calls wait here. */
  readonly services: () => Promise<Services>;
}

export interface OpenChannel {
  /** Ends connections and timers. */
  close(): Promise<void>;
}

export interface Channel {
  readonly name: string;
  readonly capabilities: Capabilities;
  /** Its state in a few words for the start-up line, e.g. `on, this machine only`. */
  readonly standing: (config: Config) => string;
  /** Hangs its routes on the server; called before the server listens. */
  readonly open: (host: ChannelHost) => Promise<OpenChannel>;
}
