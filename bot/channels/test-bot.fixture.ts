/** A running bot for tests of the channels: real server, real store, a core that echoes. It can be stopped and started again. */
import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Config } from '#bot/config.ts';
import { readConfig } from '#bot/config.ts';
import { EchoCore } from '#bot/delivery/echo-core.fixture.ts';
import { silentLog } from '#bot/log.ts';
import { createServices } from '#bot/services.ts';
import type { Running } from '#bot/serve.ts';
import { serve } from '#bot/serve.ts';
import type { Store } from '#prisma/store.ts';
import { freshStore } from '#prisma/test-store.ts';
import type { Channel, Services } from './channel.ts';

export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

export class TestBot {
  readonly core = new EchoCore();
  /** What the bot takes for the present; tests move it. */
  clock = new Date('2026-03-02T01:00:00Z');
  readonly store: Store;
  readonly config: Config;
  readonly #journal = mkdtempSync(path.join(tmpdir(), 'zhengshu-journal-'));
  readonly #channels: readonly Channel[];
  #running: Running | undefined;
  #services: Services | undefined;

  private constructor(store: Store, channels: readonly Channel[], env: Record<string, string>) {
    this.store = store;
    this.#channels = channels;
    this.config = readConfig({ PORT: '0', ZHENGSHU_MESSAGES_PER_MINUTE: '100000', ...env });
  }

  static async start(channels: readonly Channel[], env: Record<string, string> = {}): Promise<TestBot> {
    const bot = new TestBot(await freshStore(), channels, env);
    await bot.run();
    return bot;
  }

  get url(): string {
    if (!this.#running) throw new Error('the bot is not running');
    return this.#running.url;
  }

  get services(): Services {
    if (!this.#services) throw new Error('the bot is not running');
    return this.#services;
  }

  async run(): Promise<void> {
    const log = silentLog();
    const now = (): Date => this.clock;
    const services = createServices({
      store: this.store,
      journal: this.#journal,
      core: this.core,
      log,
      now,
      turnTimeoutMs: this.config.turnTimeoutMs,
    });
    this.#services = services;
    this.#running = await serve({
      config: this.config,
      log,
      now,
      signingKey: new Uint8Array(32).fill(5),
      channels: this.#channels,
      backstage: () => Promise.resolve({ services, shared: false, close: () => Promise.resolve() }),
    });
    await this.#running.ready;
  }

  /** Ends the process's part and begins anew on the same store. */
  async restart(): Promise<void> {
    await this.#running?.close();
    await this.run();
  }

  async close(): Promise<void> {
    await this.#running?.close();
    await this.store.close();
    rmSync(this.#journal, { recursive: true });
  }

  /** One HTTP call, with exactly the headers given; a body that is not text is sent as JSON. */
  call(
    method: string,
    path: string,
    options: { body?: unknown; headers?: Record<string, string> } = {},
  ): Promise<Answer> {
    const { body } = options;
    const text = body === undefined || typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body);
    const headers = { ...(text !== undefined && { 'content-type': 'application/json' }), ...options.headers };
    return new Promise((resolve, reject) => {
      const call = request(`${this.url}${path}`, { method, headers, agent: false }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const answer = Buffer.concat(chunks).toString('utf8');
          const json = response.headers['content-type']?.includes('json') === true && answer !== '';
          resolve({
            status: response.statusCode ?? 0,
            body: json ? JSON.parse(answer) : answer,
            headers: response.headers,
          });
        });
      });
      call.on('error', reject);
      call.end(text);
    });
  }
}
