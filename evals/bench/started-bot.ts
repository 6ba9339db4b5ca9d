/** A bot to be measured: the real server on a store of its own, with the given channels and core. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Core } from '#bot/channels/channel-port.ts';
import type { Channel } from '#bot/channels/channel.ts';
import type { CoreFor } from '#bot/core.ts';
import { readConfig } from '#bot/config.ts';
import { EchoCore } from '#bot/delivery/echo-core.fixture.ts';
import { silentLog } from '#bot/log.ts';
import { serve } from '#bot/serve.ts';
import { createServices } from '#bot/services.ts';
import type { Store } from '#prisma/store.ts';
import { freshStore } from '#prisma/test-store.ts';

export interface StartedBot {
  readonly url: string;
  readonly store: Store['kind'];
  close(): Promise<void>;
}

export async function startBot(
  channels: readonly Channel[],
  core: Core | CoreFor = new EchoCore(),
): Promise<StartedBot> {
  const store = await freshStore();
  const journal = mkdtempSync(path.join(tmpdir(), 'journal-'));
  const log = silentLog();
  const now = (): Date => new Date();
  const config = readConfig({ PORT: '0', ZHENGSHU_MESSAGES_PER_MINUTE: '100000' });
  const services = createServices({
    store,
    journal,
    core: typeof core === 'function' ? core(store) : core,
    demo: false,
    log,
    now,
    turnTimeoutMs: config.turnTimeoutMs,
  });
  const close = async (): Promise<void> => {
    await store.close();
    rmSync(journal, { recursive: true });
  };
  const backstage = { services, shared: false, close };
  const parts = { config, log, now, signingKey: new Uint8Array(32), channels };
  const running = await serve({ ...parts, backstage: () => Promise.resolve(backstage) });
  await running.ready;
  return { url: running.url, store: store.kind, close: () => running.close() };
}
