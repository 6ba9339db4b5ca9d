import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshStore } from '#prisma/test-store.ts';
import type { Store } from '#prisma/store.ts';
import { botFramework } from './channels/botframework/botframework.ts';
import { readConfig } from './config.ts';
import { EchoCore } from './delivery/echo-core.fixture.ts';
import { silentLog } from './log.ts';
import { serve } from './serve.ts';
import { createServices } from './services.ts';
import { reasonLines } from './start-failure.ts';

let store: Store;
beforeAll(async () => void (store = await freshStore()));
afterAll(() => store.close());

let time = new Date('2026-03-02T01:00:00Z');
const now = (): Date => time;
const log = silentLog();
const signingKey = new Uint8Array(32);
const config = readConfig({ PORT: '0' });
const channels = [botFramework];

const opened = () => {
  const core = new EchoCore();
  const services = createServices({ store, core, log, now, turnTimeoutMs: 5_000 });
  return { core, services, shared: false, close: () => Promise.resolve() };
};
const ask = async (url: string, id: string, text = '你好') => {
  const who = { from: { id: 'u' }, recipient: { id: 'b' }, conversation: { id: 'c' } };
  const body = { type: 'message', id, text, channelId: 'emulator', deliveryMode: 'expectReplies', ...who };
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const answer: unknown = await (await fetch(`${url}/api/messages`, init)).json();
  return answer;
};

describe('a start', () => {
  it('listens before the store is open; a call made meanwhile is answered once it is', async () => {
    let open = (): void => {};
    const waiting = new Promise<void>((resolve) => (open = resolve));
    const running = await serve({ config, log, now, signingKey, channels, backstage: () => waiting.then(opened) });
    expect((await fetch(`${running.url}/readyz`)).status).toBe(503);
    const early = ask(running.url, 'early');
    open();
    await running.ready;
    expect((await fetch(`${running.url}/readyz`)).status).toBe(200);
    expect(await early).toMatchObject({ activities: [{ text: '收到:你好' }] });
    await running.close();
  });

  it('answers what was received before a crash and not answered', async () => {
    const before = opened();
    const inbound = {
      channel: 'botframework',
      userId: 'u',
      conversationId: 'lost',
      messageId: 'lost/1',
      kind: 'text',
      text: '崩溃前',
      at: now(),
    } as const;
    await before.services.conversations.receive({ inbound });
    time = new Date(time.getTime() + 60_000);
    const after = opened();
    const running = await serve({ config, log, now, signingKey, channels, backstage: () => Promise.resolve(after) });
    await running.ready;
    await after.services.ingress.finished();
    expect(await after.services.conversations.repliesTo('botframework', 'lost/1')).toMatchObject([
      { reply: { text: '收到:崩溃前' } },
    ]);
    await running.close();
  });

  it('fails with what to do when the port is taken', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => void other.listen(0, '127.0.0.1', resolve));
    const address = other.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const taken = readConfig({ PORT: String(port) });
    const failure = await serve({
      config: taken,
      log,
      now,
      signingKey,
      channels: [],
      backstage: () => Promise.resolve(opened()),
    }).catch(reasonLines);
    expect(failure).toEqual([
      `Port ${port} is in use: stop the program that uses it, or start with PORT=<another number>.`,
    ]);
    other.close();
  });

  it('tells whoever waits when the store cannot be opened', async () => {
    const running = await serve({
      config,
      log,
      now,
      signingKey,
      channels: [],
      backstage: () => Promise.reject(new Error('no store')),
    });
    await expect(running.ready).rejects.toThrow('no store');
    expect((await fetch(`${running.url}/readyz`)).status).toBe(503);
    await running.close();
  });
});

describe('a stop', () => {
  it('finishes the turns that were begun before it closes the store', async () => {
    const stage = opened();
    let recorded = 0;
    const close = async (): Promise<void> => {
      recorded = (await stage.services.conversations.repliesTo('botframework', 'emulator/c/slow')).length;
    };
    const backstage = () => Promise.resolve({ ...stage, close });
    const running = await serve({ config, log, now, signingKey, channels, backstage });
    await running.ready;
    const asked = ask(running.url, 'slow', '慢慢来');
    while (stage.core.seen.length === 0) await new Promise((resolve) => setImmediate(resolve));
    const closed = running.close();
    stage.core.release();
    expect(await asked).toMatchObject({ activities: [{ text: '收到:慢慢来' }] });
    await closed;
    expect(recorded).toBe(1);
  });
});
