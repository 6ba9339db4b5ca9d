import { createRequire } from 'node:module';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { z } from 'zod';
import { TestBot } from '#bot/channels/test-bot.fixture.ts';
import { directLine } from './direct-line.ts';

/** The part of the published client that is used here; its own types lean on a DOM and an old RxJS. */
interface Client {
  readonly activity$: {
    subscribe(next: (activity: { type: string; text?: string; from: { id: string } }) => void): { unsubscribe(): void };
  };
  postActivity(activity: object): { subscribe(next: (id: string) => void, fail: (error: unknown) => void): void };
  end(): void;
}
type ClientClass = new (options: {
  domain: string;
  token: string;
  webSocket: boolean;
  pollingInterval?: number;
}) => Client;

let bot: TestBot;
let DirectLine: ClientClass;
beforeAll(async () => {
  const require = createRequire(import.meta.url);
  // What the client expects of a browser.
  Object.assign(globalThis, { XMLHttpRequest: require('xhr2'), WebSocket });
  ({ DirectLine } = require('botframework-directlinejs') as { DirectLine: ClientClass });
  bot = await TestBot.start([directLine]);
});
afterAll(() => bot.close());

const connect = async (webSocket: boolean) => {
  const generated = await bot.call('POST', '/v3/directline/tokens/generate', { body: {} });
  const { token } = z.object({ token: z.string() }).parse(generated.body);
  const client = new DirectLine({
    domain: `${bot.url}/v3/directline`,
    token,
    webSocket,
    pollingInterval: 200,
  });
  const texts: string[] = [];
  let seen = (): void => {};
  const subscription = client.activity$.subscribe((activity) => {
    if (activity.type === 'message') texts.push(activity.text ?? '');
    seen();
  });
  const until = async (count: number): Promise<void> => {
    while (texts.length < count) await new Promise<void>((resolve) => (seen = resolve));
  };
  const post = (text: string): Promise<string> =>
    new Promise((resolve, reject) =>
      client.postActivity({ type: 'message', text, from: { id: 'somebody' } }).subscribe(resolve, reject),
    );
  const end = (): void => {
    subscription.unsubscribe();
    client.end();
  };
  return { texts, until, post, end };
};

it.each([
  ['a WebSocket', true],
  ['polling', false],
])('the published Direct Line client holds a conversation over %s', async (_, webSocket) => {
  const client = await connect(webSocket);
  await client.until(1);
  const id = await client.post('你好');
  expect(id).toMatch(/\|0000002$/);
  await client.until(3);
  await client.post('选择');
  await client.until(5);
  await client.post('2');
  await client.until(7);
  expect(client.texts).toEqual(['您好,请直接提问。', '你好', '收到:你好', '选择', '请选择:', '2', '按了:change']);
  client.end();
});
