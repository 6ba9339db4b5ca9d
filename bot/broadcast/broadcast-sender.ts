/** Sends broadcasts in this process: one sender a channel, each by itself, and the steps from stage to stage beside them. */
import { randomUUID } from 'node:crypto';
import type { Courier } from '#bot/delivery/courier.ts';
import type { Log } from '#bot/log.ts';
import type { Store } from '#prisma/store.ts';
import { writeWaysOut } from '#tools/broadcast/ways-out.ts';
import { BroadcastQueue } from './broadcast-queue.ts';
import { ChannelSender } from './channel-sender.ts';
import type { SendingPort } from './sending-port.ts';
import { settle } from './settle.ts';
import { moveStages } from './stages.ts';
import { Waiting } from './waiting.ts';

/** How often to look whether there is something to do; work that goes on elsewhere in this process says so by `poke`. */
const lookMs = 1_000;
/** A row under way for longer than its call may take, and this, was left by a process that is gone. */
const graceMs = 5_000;

export interface BroadcastSenderParts {
  readonly store: Pick<Store, 'db' | 'pool'>;
  readonly ports: readonly SendingPort[];
  readonly courier: Courier;
  readonly log: Log;
  readonly now: () => Date;
  readonly lookMs?: number;
  readonly graceMs?: number;
}

export class BroadcastSender {
  readonly #parts: BroadcastSenderParts;
  readonly #senders: readonly ChannelSender[];
  readonly #pause = new Waiting();
  #busy = false;
  #stopped = false;
  #running: Promise<unknown> | null = null;

  constructor(parts: BroadcastSenderParts) {
    this.#parts = parts;
    const { store, ports, log, now } = parts;
    const who = `${process.pid}:${randomUUID()}`;
    const open = {
      push: ports.flatMap(({ channel, reach }) => (reach === 'push' ? [channel] : [])),
      conversation: ports.flatMap(({ channel, reach }) => (reach === 'conversation' ? [channel] : [])),
    };
    this.#senders = ports.map((port) => {
      const leaseMs = port.limits.timeoutMs + (parts.graceMs ?? graceMs);
      const queue = new BroadcastQueue({ pool: store.pool, port, now, who, leaseMs });
      return new ChannelSender({
        queue,
        port,
        settle: (ended) => settle({ pool: store.pool, port, open, now }, ended),
        log,
        now,
        busy: () => this.#busy,
        leaseMs,
      });
    });
  }

  /** Writes down which channels there are, so that previews speak of them, and begins to look for work. */
  async start(): Promise<void> {
    const { store, ports, now } = this.#parts;
    const ways = ports.map(({ channel, reach, limits }) => ({ channel, reach, limits }));
    await writeWaysOut(store.db, ways, now());
    this.#running = Promise.all([this.#look(), ...this.#senders.map((sender) => sender.run())]);
  }

  /** Something has changed that may be work: look at once. */
  poke(): void {
    this.#pause.poke();
  }

  /** Begins nothing new; resolves once what is under way is on record. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#pause.poke();
    for (const sender of this.#senders) sender.stop();
    await this.#running;
  }

  async #look(): Promise<void> {
    while (!this.#stopped) {
      try {
        const busy = await moveStages(this.#parts);
        const awake = busy && !this.#busy;
        this.#busy = busy;
        if (awake) for (const sender of this.#senders) sender.poke();
      } catch (error) {
        this.#parts.log.error({ err: error }, 'broadcasts could not be moved on');
      }
      await this.#pause.wait(this.#parts.lookMs ?? lookMs);
    }
  }
}
