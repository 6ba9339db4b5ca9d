/** A running page for tests: real server, real store, a core with realistic answers. It can be stopped and started again. */
import { channels } from '#bot/channels/channels.ts';
import type { Config } from '#bot/config.ts';
import { readConfig } from '#bot/config.ts';
import { silentLog } from '#bot/log.ts';
import type { Running } from '#bot/serve.ts';
import { serve } from '#bot/serve.ts';
import { createServices } from '#bot/services.ts';
import { loadRegulations } from '#knowledge/corpus/load-regulations.ts';
import type { Store } from '#prisma/store.ts';
import { freshStore } from '#prisma/test-store.ts';
import { AnswerCore } from './answer-core.fixture.ts';
import { registerWeb } from './register-web.ts';

export const signingKey = new Uint8Array(32).fill(5);
/** A Monday in Changsha, nine in the morning and on. */
export const now = (): Date => new Date(Date.parse('2026-03-02T01:00:00Z') + performance.now());

export class TestPage {
  readonly core = new AnswerCore();
  readonly #store: Store;
  #config: Config;
  #running: Running | null = null;

  private constructor(store: Store) {
    this.#store = store;
    this.#config = readConfig({ PORT: '0', ZHENGSHU_MESSAGES_PER_MINUTE: '100000' });
  }

  /** @param fill what the store holds before the page opens */
  static async start(fill: (store: Store) => Promise<void> = () => Promise.resolve()): Promise<TestPage> {
    const store = await freshStore();
    await fill(store);
    const page = new TestPage(store);
    await page.run();
    return page;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#config.port}`;
  }

  /** Again on the same store and at the same address; nothing happens while it runs. */
  async run(): Promise<void> {
    if (this.#running) return;
    const [config, log] = [this.#config, silentLog()];
    const services = createServices({
      store: this.#store,
      core: this.core,
      log,
      now,
      turnTimeoutMs: config.turnTimeoutMs,
    });
    this.#running = await serve({
      config,
      log,
      now,
      signingKey,
      channels,
      backstage: () => Promise.resolve({ services, shared: false, close: () => Promise.resolve() }),
      registerWeb: async (app) => {
        await registerWeb(app, { config, regulations: loadRegulations(), now });
      },
    });
    await this.#running.ready;
    this.#config = { ...config, port: Number(new URL(this.#running.url).port) };
  }

  async stop(): Promise<void> {
    await this.#running?.close();
    this.#running = null;
  }

  async close(): Promise<void> {
    await this.stop();
    await this.#store.close();
  }
}
