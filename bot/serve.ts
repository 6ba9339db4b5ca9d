/** Runs the program as a server: listens at once, opens the store beside it, looks after what was left unfinished. */
import type { FastifyInstance } from 'fastify';
import type { Channel, Services } from './channels/channel.ts';
import type { Config } from './config.ts';
import type { FetchedFile } from './files/fetch-file.ts';
import type { Log } from './log.ts';
import { createServer } from './server.ts';

/** How often to look for deliveries that are due and, where several replicas share a store, for turns another one lost. */
const lookAfterMs = 5_000;

export interface Backstage {
  readonly services: Services;
  /** Whether other processes may be at work on the same store. */
  readonly shared: boolean;
  /** What goes on without anybody waiting; started once turns can be taken. */
  readonly jobs?: { start(): void; stop(): Promise<void> };
  /** Makes the file that a link leads to; absent: there are no files. */
  readonly fetchFile?: (token: string) => Promise<FetchedFile>;
  close(): Promise<void>;
}

export interface ServeParts {
  readonly config: Config;
  readonly log: Log;
  readonly now: () => Date;
  readonly signingKey: Uint8Array;
  readonly channels: readonly Channel[];
  /** Opens the store and the core; `address` is where the server listens. */
  readonly backstage: (address: string) => Promise<Backstage>;
  /** Hangs the pages on the server. */
  readonly registerWeb?: (app: FastifyInstance, opened: () => Promise<Backstage>) => Promise<void> | void;
}

export interface Running {
  /** Where it listens, e.g. `http://127.0.0.1:3978`. */
  readonly url: string;
  /** Resolves once turns can be taken; rejects when the store or the core could not be opened. */
  readonly ready: Promise<void>;
  /** Takes no new work, finishes what was begun, closes the store. */
  close(): Promise<void>;
}

export async function serve(parts: ServeParts): Promise<Running> {
  const { config, log, now, signingKey } = parts;
  let open = false;
  let begin = (): void => {};
  // Only once it listens: building the core keeps this thread busy, and the page is to load meanwhile.
  const listening = new Promise<void>((resolve) => (begin = resolve));
  const backstage = listening.then(() => parts.backstage(addressOf(app, config)));
  const ready = backstage.then(async (opened) => {
    await lookAfter(opened, config, now, true);
    open = true;
    opened.jobs?.start();
  });
  // Whoever waits for it is told; until someone does, a failure must not end the process.
  ready.catch(() => undefined);
  const app = createServer({ config, log, ready: () => open });
  const services = async (): Promise<Services> => (await backstage).services;
  const host = { app, config, log, now, signingKey, services };
  const channels = await Promise.all(parts.channels.map((channel) => channel.open(host)));
  await parts.registerWeb?.(app, () => backstage);
  await app.listen({ port: config.port, host: config.host });
  begin();

  /** The round of looking that is under way: the next one waits for it, and so does the store's end. */
  let round: Promise<void> | null = null;
  const look = async (): Promise<void> => {
    try {
      await lookAfter(await backstage, config, now, false);
    } catch (error) {
      log.error({ err: error }, 'looking after deliveries failed');
    } finally {
      round = null;
    }
  };
  const timer = setInterval(() => {
    if (open) round ??= look();
  }, lookAfterMs).unref();

  return {
    url: addressOf(app, config),
    ready,
    close: async () => {
      clearInterval(timer);
      open = false;
      await Promise.all(channels.map((channel) => channel.close()));
      await closeServer(app);
      const opened = await backstage.catch(() => null);
      if (!opened) return;
      await ready.catch(() => undefined);
      await round;
      await opened.jobs?.stop();
      await opened.services.ingress.finished();
      await opened.services.outgoing.finished();
      await opened.services.conversations.settled();
      await opened.close();
    },
  };
}

/**
 * What nobody finished: messages without an answer, deliveries that are due. A store that is ours alone has no other
 * worker, so at the start everything unfinished was left by a process that is gone; a shared one gives others their time.
 */
async function lookAfter(opened: Backstage, config: Config, now: () => Date, atStart: boolean): Promise<void> {
  const { ingress, outgoing } = opened.services;
  const patience = opened.shared ? 2 * config.turnTimeoutMs : 0;
  if (atStart || opened.shared) await ingress.recover(new Date(now().getTime() - patience));
  await outgoing.sendDue();
}

/** A connection that was busy when the closing began is kept alive by its client unless someone ends it. */
async function closeServer(app: FastifyInstance): Promise<void> {
  const sweep = setInterval(() => app.server.closeIdleConnections(), 20);
  try {
    await app.close();
  } finally {
    clearInterval(sweep);
  }
}

function addressOf(app: FastifyInstance, config: Config): string {
  const address = app.server.address();
  const port = typeof address === 'object' && address ? address.port : config.port;
  const host = config.host.includes(':') ? `[${config.host}]` : config.host;
  return `http://${host}:${port}`;
}
