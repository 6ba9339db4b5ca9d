import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { z } from 'zod';
import { TestBot } from '#bot/channels/test-bot.fixture.ts';
import { directLine } from './direct-line.ts';

let bot: TestBot;
beforeAll(async () => void (bot = await TestBot.start([directLine], { ZHENGSHU_DIRECTLINE_SECRET: 's'.repeat(40) })));
afterAll(() => bot.close());

const base = '/v3/directline';
const tokenShape = z.object({ conversationId: z.string(), token: z.string(), userId: z.string() });
const begunShape = tokenShape.extend({ streamUrl: z.string() });
const setShape = z.object({
  watermark: z.string().optional(),
  activities: z.array(
    z.looseObject({
      id: z.string().optional(),
      type: z.string(),
      text: z.string().optional(),
      from: z.object({ id: z.string() }),
    }),
  ),
});
type ActivitySet = z.infer<typeof setShape>;

const generate = async (headers: Record<string, string> = {}, body: unknown = {}) =>
  tokenShape.parse((await bot.call('POST', `${base}/tokens/generate`, { headers, body })).body);
const bearer = (token: string): Record<string, string> => ({ authorization: `Bearer ${token}` });
const begin = async () => {
  const { token } = await generate();
  const answer = await bot.call('POST', `${base}/conversations`, { headers: bearer(token) });
  // The greeting is in the log before anything is said.
  await bot.services.ingress.finished();
  return begunShape.parse(answer.body);
};
type Begun = Awaited<ReturnType<typeof begin>>;
const post = (to: Begun, activity: unknown) =>
  bot.call('POST', `${base}/conversations/${to.conversationId}/activities`, {
    headers: bearer(to.token),
    body: activity,
  });
const fetchFrom = async (from: Begun, watermark = ''): Promise<ActivitySet> => {
  const path = `${base}/conversations/${from.conversationId}/activities?watermark=${watermark}`;
  return setShape.parse((await bot.call('GET', path, { headers: bearer(from.token) })).body);
};
const said = (set: ActivitySet): (string | undefined)[] => set.activities.map((activity) => activity.text);

/** A WebSocket that collects what it is sent. */
const listen = async (url: string) => {
  const socket = new WebSocket(url);
  const texts: string[] = [];
  const waiting: { count: number; go: () => void }[] = [];
  socket.on('message', (data: Buffer) => {
    const frame = data.toString('utf8');
    if (frame === '') return;
    texts.push(...setShape.parse(JSON.parse(frame)).activities.map((activity) => activity.text ?? activity.type));
    for (const wait of waiting) if (texts.length >= wait.count) wait.go();
  });
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  const until = (count: number): Promise<void> =>
    texts.length >= count ? Promise.resolve() : new Promise((go) => void waiting.push({ count, go }));
  return { socket, texts, until };
};

describe('a Direct Line token', () => {
  it('is for the person the cookie names, in their last conversation, whatever the body says', async () => {
    const first = await bot.call('POST', `${base}/tokens/generate`, { body: { user: { id: 'dl_somebody-else' } } });
    const set = String(first.headers['set-cookie']);
    expect(set).toMatch(/HttpOnly; SameSite=Strict; Path=\/v3\/directline/);
    const visitor = tokenShape.parse(first.body);
    expect(visitor.userId).not.toBe('dl_somebody-else');
    const cookie = { cookie: set.split(';')[0] ?? '' };
    expect(await generate(cookie)).toMatchObject({ userId: visitor.userId, conversationId: visitor.conversationId });
    const anew = await generate(cookie, { conversation: 'new' });
    expect(anew.userId).toBe(visitor.userId);
    expect(anew.conversationId).not.toBe(visitor.conversationId);
  });

  it('is for the person a back end names, if it knows the secret', async () => {
    expect((await generate(bearer('s'.repeat(40)), { user: { id: 'officer-7' } })).userId).toBe('officer-7');
    const wrong = await bot.call('POST', `${base}/tokens/generate`, { headers: bearer('t'.repeat(40)), body: {} });
    expect(wrong).toMatchObject({ status: 401, body: { error: { code: 'BadSecret' } } });
  });

  it('is refused to pages of other sites', async () => {
    const headers = { origin: 'https://evil.example' };
    expect(await bot.call('POST', `${base}/tokens/generate`, { headers, body: {} })).toMatchObject({ status: 403 });
  });

  it('is renewed while it is valid and not afterwards', async () => {
    const { token, conversationId, userId } = await generate();
    const renewed = await bot.call('POST', `${base}/tokens/refresh`, { headers: bearer(token) });
    expect(renewed.body).toMatchObject({ conversationId, userId });
    const noon = bot.clock;
    bot.clock = new Date(noon.getTime() + 1_801_000);
    const late = await bot.call('POST', `${base}/tokens/refresh`, { headers: bearer(token) });
    expect(late).toMatchObject({ status: 403, body: { error: { code: 'TokenExpired' } } });
    bot.clock = noon;
  });

  it('opens no conversation but its own', async () => {
    const [mine, yours] = [await begin(), await begin()];
    const path = `${base}/conversations/${yours.conversationId}/activities`;
    expect(await bot.call('GET', path, { headers: bearer(mine.token) })).toMatchObject({ status: 403 });
    expect(await bot.call('GET', path)).toMatchObject({ status: 401 });
    expect(await bot.call('GET', path, { headers: bearer('a.b.c') })).toMatchObject({ status: 401 });
  });
});

describe('a Direct Line conversation', () => {
  it('greets once, however often it is begun', async () => {
    const { token } = await generate();
    const again = [1, 2, 3].map(() => bot.call('POST', `${base}/conversations`, { headers: bearer(token) }));
    for (const answer of await Promise.all(again)) expect(answer.status).toBe(201);
    const begun = begunShape.parse((await bot.call('POST', `${base}/conversations`, { headers: bearer(token) })).body);
    await bot.services.ingress.finished();
    expect(said(await fetchFrom(begun))).toEqual(['您好,请直接提问。']);
  });

  it('gives a message back with its id and its marks, then the answer, and nothing twice', async () => {
    const begun = await begin();
    const marks = { clientActivityID: 'mine-1', clientTimestamp: 'x' };
    const posted = await post(begun, { type: 'message', text: '你好', from: { id: 'forged' }, channelData: marks });
    const id = z.object({ id: z.string() }).parse(posted.body).id;
    expect(await post(begun, { type: 'message', text: '你好', channelData: marks })).toMatchObject({ body: { id } });
    await bot.services.ingress.finished();
    const all = await fetchFrom(begun);
    expect(said(all)).toEqual(['您好,请直接提问。', '你好', '收到:你好']);
    expect(all.activities[1]).toMatchObject({ id, channelData: marks, from: { id: begun.userId } });
    expect(all.activities[2]).toMatchObject({
      channelData: { text: '收到:你好', actions: [] },
      from: { id: 'zhengshu' },
    });
    expect(all.activities[2]).not.toHaveProperty('replyToId');
    expect(await fetchFrom(begun, all.watermark)).toEqual({ activities: [], watermark: all.watermark });
  });

  it('takes a press of a card, with its inputs', async () => {
    const begun = await begin();
    await post(begun, { type: 'message', value: { press: 'refuse', title: '拒绝', reason: '依据不足' } });
    await bot.services.ingress.finished();
    expect(said(await fetchFrom(begun)).slice(1)).toEqual(['拒绝', '按了:refuse {"reason":"依据不足"}']);
  });

  it('ignores what says nothing and refuses what is no activity', async () => {
    const begun = await begin();
    expect(await post(begun, { type: 'typing' })).toMatchObject({ status: 200 });
    expect(await post(begun, { type: 'event', name: 'webchat/join' })).toMatchObject({ status: 200 });
    for (const bad of [[], {}, { type: 7 }, { type: 'message', text: {} }, '"x"', null]) {
      expect(await post(begun, bad)).toMatchObject({ status: 400, body: { error: { code: 'BadArgument' } } });
    }
    await bot.services.ingress.finished();
    expect((await fetchFrom(begun)).activities).toHaveLength(1);
  });

  it('refuses an upload with a remark in the chat', async () => {
    const begun = await begin();
    const upload = await bot.call('POST', `${base}/conversations/${begun.conversationId}/upload?userId=x`, {
      headers: { ...bearer(begun.token), 'content-type': 'multipart/form-data; boundary=b' },
      body: Buffer.alloc(300_000, 'x'),
    });
    expect(upload).toMatchObject({ status: 415, body: { error: { code: 'NoFiles' } } });
    await bot.services.ingress.finished();
    expect(said(await fetchFrom(begun)).at(-1)).toContain('不能接收文件');
  });

  it('lets nobody send without end', async () => {
    const slow = await TestBot.start([directLine], { ZHENGSHU_MESSAGES_PER_MINUTE: '15' });
    const call = (path: string, token: string, body: unknown) =>
      slow.call('POST', `${base}${path}`, { headers: bearer(token), body });
    const { token, conversationId } = tokenShape.parse(
      (await slow.call('POST', `${base}/tokens/generate`, { body: {} })).body,
    );
    const answers = [];
    for (let n = 0; n < 7; n += 1)
      answers.push(await call(`/conversations/${conversationId}/activities`, token, { type: 'message', text: `${n}` }));
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 200, 200, 429, 429]);
    expect(answers.at(-1)?.headers['retry-after']).toBe('4');
    await slow.close();
  });
});

describe('a Direct Line stream', () => {
  it('sends the history after its watermark, then each message as it comes', async () => {
    const begun = await begin();
    await post(begun, { type: 'message', text: '一' });
    await bot.services.ingress.finished();
    const stream = await listen(begun.streamUrl);
    await stream.until(3);
    await post(begun, { type: 'message', text: '二' });
    await stream.until(5);
    expect(stream.texts).toEqual(['您好,请直接提问。', '一', '收到:一', '二', '收到:二']);
    stream.socket.close();
  });

  it('gives a client that comes back in the middle of an answer exactly what it missed, and a second tab everything', async () => {
    const begun = await begin();
    const first = await listen(begun.streamUrl);
    await first.until(1);
    await post(begun, { type: 'message', text: '慢慢来' });
    await first.until(2);
    first.socket.terminate();
    const back = await bot.call('GET', `${base}/conversations/${begun.conversationId}?watermark=2`, {
      headers: bearer(begun.token),
    });
    const second = await listen(begunShape.parse(back.body).streamUrl);
    const tab = await listen(begun.streamUrl);
    await post(begun, { type: 'message', text: '还有' });
    bot.core.release();
    await second.until(3);
    await tab.until(5);
    const missed = ['还有', '收到:慢慢来', '收到:还有'];
    expect(second.texts.filter((text) => text !== 'typing')).toEqual(missed);
    expect(tab.texts.filter((text) => text !== 'typing')).toEqual(['您好,请直接提问。', '慢慢来', ...missed]);
    second.socket.close();
    tab.socket.close();
  });

  it('is opened only with its own fresh token and from our own pages', async () => {
    const begun = await begin();
    const refusal = (url: string, headers: Record<string, string> = {}): Promise<string> =>
      new Promise((resolve) => new WebSocket(url, { headers }).once('error', (error) => resolve(error.message)));
    const url = new URL(begun.streamUrl);
    expect(await refusal(begun.streamUrl, { origin: 'https://evil.example' })).toContain('403');
    expect(await refusal(begun.streamUrl, { host: 'rebind.evil.example' })).toContain('403');
    const bare = new URL(url);
    bare.searchParams.set('t', begun.token);
    expect(await refusal(bare.href)).toContain('401');
    const other = url.href.replace(begun.conversationId, (await begin()).conversationId);
    expect(await refusal(other)).toContain('403');
    expect(await refusal(url.href.replace('/stream', '/elsewhere'))).toContain('404');
    const noon = bot.clock;
    bot.clock = new Date(noon.getTime() + 61_000);
    expect(await refusal(begun.streamUrl)).toContain('403');
    bot.clock = noon;
  });

  it('ends a connection that sends more than pings, and the client comes back', async () => {
    const begun = await begin();
    for (const nonsense of [Buffer.alloc(2_000), 'x'.repeat(2_000)]) {
      const { socket } = await listen(begun.streamUrl);
      const closed = new Promise<number>((resolve) => socket.once('close', resolve));
      socket.send(nonsense);
      expect(await closed).toBe(1009);
    }
    const back = await listen(begun.streamUrl);
    back.socket.send('{"type":"message","text":"不从这里来"}');
    back.socket.send('');
    await post(begun, { type: 'message', text: '从这里来' });
    await back.until(3);
    expect(back.texts).toEqual(['您好,请直接提问。', '从这里来', '收到:从这里来']);
    back.socket.close();
  });

  it('finds the whole conversation again after a restart', async () => {
    const begun = await begin();
    await post(begun, { type: 'message', text: '重启前' });
    await bot.services.ingress.finished();
    await bot.restart();
    await post(begun, { type: 'message', text: '重启后' });
    await bot.services.ingress.finished();
    expect(said(await fetchFrom(begun))).toEqual([
      '您好,请直接提问。',
      '重启前',
      '收到:重启前',
      '重启后',
      '收到:重启后',
    ]);
  });
});
