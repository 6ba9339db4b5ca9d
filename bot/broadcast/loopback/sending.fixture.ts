/** A small city, vendors' servers in this process and one or two senders on one store, for tests of single behaviours. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { BroadcastSender } from '#bot/broadcast/broadcast-sender.ts';
import { Courier } from '#bot/delivery/courier.ts';
import { silentLog } from '#bot/log.ts';
import type { Store } from '#prisma/store.ts';
import { freshStore } from '#prisma/test-store.ts';
import type { ChannelLimits } from '#tools/broadcast/channel-limits.ts';
import { type CityPerson, cityPeople, fillCity, isGone, type Shares } from './city.fixture.ts';
import { readLog } from './inspect.fixture.ts';
import { type Faults, LoopbackServer } from './loopback-server.fixture.ts';
import { kinds } from './vendors.fixture.ts';

const calm: Faults = {
  limits: [{ count: 1_000, seconds: 1 }],
  pauseEvery: 1_000_000,
  pauseMs: 0,
  silent: 0,
  droppedBefore: 0,
  droppedAfter: 0,
  broken: 0,
  gone: isGone,
};

export class SendingTest {
  readonly store: Store;
  readonly people: readonly CityPerson[];
  readonly broadcastId: string;
  readonly #servers = new Map<string, LoopbackServer>();
  readonly #urls = new Map<string, string>();
  readonly #folder: string;
  #senders: BroadcastSender[] = [];

  readonly #timeoutMs: number;

  private constructor(store: Store, people: readonly CityPerson[], broadcastId: string, timeoutMs: number) {
    this.#timeoutMs = timeoutMs;
    this.store = store;
    this.people = people;
    this.broadcastId = broadcastId;
    this.#folder = mkdtempSync(path.join(tmpdir(), 'zhengshu-vendors-'));
  }

  /** @param timeoutMs longer than any answer takes on a busy machine, unless answers that never come are the point */
  static async open(
    shares: Shares,
    faults: Readonly<Record<string, Partial<Faults>>> = {},
    timeoutMs = 30_000,
  ): Promise<SendingTest> {
    const store = await freshStore();
    const people = cityPeople(shares);
    const test = new SendingTest(store, people, await fillCity(store, people), timeoutMs);
    for (const channel of Object.keys(shares)) {
      const kind = kinds[channel];
      if (!kind) throw new Error(`no vendor ${channel}`);
      const file = path.join(test.#folder, `${channel}.jsonl`);
      const server = new LoopbackServer(kind.vendor, { ...calm, ...faults[channel] }, file);
      test.#servers.set(channel, server);
      test.#urls.set(channel, await server.start());
    }
    return test;
  }

  /** As one more replica. */
  async send(): Promise<void> {
    const ports = [...this.#urls].map(([channel, url]) => {
      const { batch = 1, dedupeSeconds = null, port } = kinds[channel] ?? {};
      const perCall = { per: 'call' as const, count: 200, seconds: 1 };
      const limits: ChannelLimits = {
        title: channel,
        batch,
        limits: [perCall],
        dedupeSeconds,
        timeoutMs: this.#timeoutMs,
      };
      if (!port) throw new Error(`no vendor ${channel}`);
      return port(url, limits);
    });
    const sender = new BroadcastSender({
      store: this.store,
      ports,
      courier: new Courier(),
      log: silentLog(),
      now: () => new Date(performance.timeOrigin + performance.now()),
      lookMs: 50,
      graceMs: 500,
    });
    this.#senders.push(sender);
    await sender.start();
  }

  async stopSending(): Promise<void> {
    await Promise.all(this.#senders.map((sender) => sender.stop()));
    this.#senders = [];
  }

  /** Waits for something that is to come, however long that takes. */
  async until(holds: () => Promise<boolean>): Promise<void> {
    while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 25));
  }

  async untilState(state: string): Promise<void> {
    await this.until(async () => (await this.broadcast()).state === state);
  }

  broadcast() {
    return this.store.db.broadcast.findUniqueOrThrow({ where: { id: this.broadcastId } });
  }

  /** How many rows of people are in each state, e.g. `{ sent: 3, pending: 1 }`. */
  async states(channel?: string): Promise<Readonly<Record<string, number>>> {
    const rows = await this.store.db.outbox.groupBy({
      by: ['state'],
      where: { broadcastId: this.broadcastId, personId: { not: null }, ...(channel !== undefined && { channel }) },
      _count: true,
    });
    return Object.fromEntries(rows.map(({ state, _count }) => [state, _count]));
  }

  /** What a vendor's own log says: each person once for each time a message to them was taken. */
  log(channel: string): readonly { readonly person: string; readonly text: string }[] {
    return readLog(path.join(this.#folder, `${channel}.jsonl`)).flatMap(({ people, text }) =>
      people.map((person) => ({ person, text })),
    );
  }

  async close(): Promise<void> {
    await this.stopSending();
    for (const server of this.#servers.values()) await server.stop();
    await this.store.close();
    rmSync(this.#folder, { recursive: true });
  }
}
