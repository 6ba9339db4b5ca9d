import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { TestBot } from '#bot/channels/test-bot.fixture.ts';
import { botFramework } from './botframework.ts';
import { Connector } from './connector.fixture.ts';
import { isAllowed } from './outbound.ts';

let bot: TestBot;
let channel: Connector;
beforeAll(async () => {
  [bot, channel] = await Promise.all([TestBot.start([botFramework]), Connector.start()]);
});
afterAll(async () => {
  await bot.close();
  await channel.close();
});
let test = 0;
beforeEach(() => {
  test += 1;
  channel.sent.length = 0;
  channel.answers.length = 0;
});

const activity = (rest: Record<string, unknown> = {}): Record<string, unknown> => ({
  type: 'message',
  id: `a${test}`,
  channelId: 'emulator',
  from: { id: 'user-1', name: '张三' },
  recipient: { id: 'bot-1' },
  conversation: { id: `c${test}` },
  serviceUrl: channel.url,
  text: '你好',
  ...rest,
});
const post = (body: unknown, headers?: Record<string, string>) =>
  bot.call('POST', '/api/messages', { body, ...(headers && { headers }) });
const replies = z.object({ activities: z.array(z.looseObject({ text: z.string() })) });
const expected = async (rest: Record<string, unknown> = {}): Promise<string[]> =>
  replies
    .parse((await post(activity({ deliveryMode: 'expectReplies', ...rest }))).body)
    .activities.map((said) => said.text);
const outboxStates = async (): Promise<string[]> => {
  await bot.services.ingress.finished();
  await bot.services.outgoing.finished();
  const rows = await bot.store.db.outbox.findMany({ where: { conversation: { externalId: `emulator/c${test}` } } });
  return rows.map((row) => row.state);
};

describe('/api/messages', () => {
  it('gives the answer with the call when that is expected, and the same answer when called again', async () => {
    expect(await expected()).toEqual(['收到:你好']);
    expect(await expected()).toEqual(['收到:你好']);
    expect(bot.core.seen.filter((seen) => seen.conversationId === `emulator/c${test}`)).toHaveLength(1);
    expect(channel.sent).toEqual([]);
  });

  it('acknowledges at once and sends the answer to the conversation it came from', async () => {
    const acknowledged = await post(activity({ text: '慢慢来' }));
    expect(acknowledged.status).toBe(200);
    expect(channel.sent).toEqual([]);
    bot.core.release();
    await channel.until(1);
    expect(channel.sent[0]).toMatchObject({
      path: `/v3/conversations/c${test}/activities/a${test}`,
      activity: {
        type: 'message',
        text: '收到:慢慢来',
        textFormat: 'plain',
        recipient: { id: 'user-1' },
        from: { id: 'bot-1' },
      },
    });
    expect(await outboxStates()).toEqual(['sent']);
  });

  it('does nothing when the same message is delivered again', async () => {
    await post(activity());
    await channel.until(1);
    expect((await post(activity())).status).toBe(200);
    expect(await outboxStates()).toEqual(['sent']);
    expect(channel.sent).toHaveLength(1);
  });

  it.each([
    [500, 'unknown'],
    [429, 'pending'],
    [400, 'failed'],
  ])('calls once when the channel answers %i, and the delivery is %s', async (status, state) => {
    channel.answers.push(status);
    await post(activity());
    await channel.until(1);
    expect(await outboxStates()).toEqual([state]);
    expect(channel.sent).toHaveLength(1);
  });

  it('tries again later when the channel could not be reached', async () => {
    const gone = await Connector.start();
    const serviceUrl = gone.url;
    await gone.close();
    await post(activity({ serviceUrl }));
    expect(await outboxStates()).toEqual(['pending']);
  });

  it('greets once, whether a person is added or the app is installed', async () => {
    const added = activity({ type: 'conversationUpdate', membersAdded: [{ id: 'bot-1' }, { id: 'user-1' }] });
    await post(added);
    await post({ ...added, id: 'other' });
    await post(activity({ type: 'installationUpdate', action: 'add' }));
    await outboxStates();
    expect(channel.sent.map((sent) => sent.activity['text'])).toEqual(['您好,请直接提问。']);
  });

  it('hears what is said to it by name, and a pressed button with its inputs', async () => {
    const named = { type: 'mention', text: '<at>政数助手</at>', mentioned: { id: 'bot-1' } };
    expect(await expected({ text: '<at>政数助手</at> 你好', entities: [named] })).toEqual(['收到:你好']);
    expect(await expected({ id: 'x', text: null, value: { press: 'go', why: '依据' } })).toEqual([
      '按了:go {"why":"依据"}',
    ]);
  });

  it('shows buttons on a card and takes their number', async () => {
    const shown = await post(activity({ deliveryMode: 'expectReplies', text: '选择' }));
    expect(shown.body).toMatchObject({
      activities: [{ text: '请选择:', attachments: [{ content: { actions: [{ data: { press: 'confirm' } }, {}] } }] }],
    });
    expect(await expected({ id: 'y', text: '2' })).toEqual(['按了:change']);
  });

  it('takes note of nothing else', async () => {
    for (const type of ['typing', 'messageReaction', 'event', 'endOfConversation']) {
      expect((await post(activity({ type }))).status).toBe(200);
    }
    expect(await post(activity({ type: 'invoke' }))).toMatchObject({
      status: 400,
      body: { error: { code: 'NotSupported' } },
    });
    expect(await outboxStates()).toEqual([]);
  });

  it.each([
    ['no sender', { from: null }],
    ['no conversation', { conversation: {} }],
    ['an id longer than an index takes', { id: 'x'.repeat(501) }],
    ['an id with a control character', { conversation: { id: 'a\u0000b' } }],
    ['a text that is none', { text: { toString: 1 } }],
    ['no type', { type: undefined }],
  ])('refuses an activity with %s', async (_, rest) => {
    expect(await post(activity(rest))).toMatchObject({ status: 400, body: { error: { code: 'BadActivity' } } });
  });
});

describe('who may call /api/messages', () => {
  it('is everyone on this machine while there is no app id, and no one else', async () => {
    const forwarded = await post(activity(), { 'content-type': 'application/json', 'x-forwarded-for': '203.0.113.9' });
    expect(forwarded).toMatchObject({ status: 403, body: { error: { code: 'LocalOnly' } } });
    const page = await post(activity(), { 'content-type': 'application/json', origin: 'https://evil.example' });
    expect(page).toMatchObject({ status: 403, body: { error: { code: 'ForeignOrigin' } } });
  });

  it.each([
    'http://169.254.169.254/',
    'https://evil.example/',
    'http://localhost.evil.example/',
    'file:///etc/passwd',
    'x',
    '',
    null,
  ])('may not have answers sent to %s', async (serviceUrl) => {
    expect(await post(activity({ serviceUrl }))).toMatchObject({
      status: 403,
      body: { error: { code: 'ServiceUrl' } },
    });
  });

  it('must show a token of the channel once there is an app id', async () => {
    const app = {
      MicrosoftAppId: 'app',
      MicrosoftAppPassword: 'p',
      MicrosoftAppTenantId: 't',
      ZHENGSHU_SERVICE_URL_ALLOW: '127.0.0.1',
    };
    const strict = await TestBot.start([botFramework], app);
    const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const unknownIssuer = `Bearer ${part({ alg: 'RS256', kid: 'k' })}.${part({ iss: 'https://evil.example' })}.${'s'.repeat(40)}`;
    for (const authorization of ['', 'Bearer', 'Bearer abc', 'Basic dTpw', unknownIssuer]) {
      const headers = { 'content-type': 'application/json', authorization };
      expect(await strict.call('POST', '/api/messages', { body: activity(), headers })).toMatchObject({ status: 401 });
    }
    expect(strict.core.seen).toEqual([]);
    await strict.close();
  });

  it('allows a host and, where the list says so, its subdomains', () => {
    const allowed = ['.botframework.com', '127.0.0.1'];
    expect(['https://smba.botframework.com/x', 'http://127.0.0.1:56150'].map((url) => isAllowed(url, allowed))).toEqual(
      [true, true],
    );
    const not = [
      'https://botframework.com.evil.example',
      'https://evilbotframework.com',
      'https://u@smba.botframework.com',
      'ftp://127.0.0.1',
    ];
    expect(not.map((url) => isAllowed(url, allowed))).toEqual([false, false, false, false]);
  });
});
