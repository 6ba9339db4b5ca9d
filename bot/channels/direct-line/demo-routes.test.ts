import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { TestBot } from '#bot/channels/test-bot.fixture.ts';
import { directLine } from './direct-line.ts';

let demo: TestBot;
let real: TestBot;
beforeAll(async () => {
  [demo, real] = await Promise.all([
    TestBot.start([directLine], { ZHENGSHU_DEMO: 'on' }),
    TestBot.start([directLine], { ZHENGSHU_DEMO: 'off' }),
  ]);
  const since = new Date('2025-01-06T01:00:00Z');
  for (const { store } of [demo, real]) {
    await store.db.department.create({ data: { id: 'd', name: '长沙市民政局', createdAt: since } });
    for (const [id, boundBy] of [
      ['demo-officer', 'demo'],
      ['real-officer', 'roster'],
    ] as const) {
      await store.db.person.create({ data: { id, name: '周敏', createdAt: since } });
      await store.db.membership.create({ data: { personId: id, departmentId: 'd', role: 'officer', since } });
      const identity = { channel: 'directline', userId: id, personId: id, boundBy, boundAt: since };
      await store.db.channelIdentity.create({ data: identity });
    }
  }
});
afterAll(() => Promise.all([demo.close(), real.close()]));

const tokenShape = z.object({ userId: z.string(), conversationId: z.string(), token: z.string() });
const choose = (bot: TestBot, id: string, body: unknown = {}, headers: Record<string, string> = {}) =>
  bot.call('POST', `/demo/people/${id}/token`, { body, headers });

it('lists the people of the demo and lets a visitor be one of them, in a conversation of their own', async () => {
  const { body } = await demo.call('GET', '/demo/people');
  expect(body).toEqual({ people: [{ id: 'demo-officer', name: '周敏', department: '长沙市民政局', role: 'officer' }] });
  const first = await choose(demo, 'demo-officer');
  const mine = tokenShape.parse(first.body);
  expect(mine.userId).toBe('demo-officer');
  const cookie = { cookie: String(first.headers['set-cookie']).split(';')[0] ?? '' };
  expect((await choose(demo, 'demo-officer', {}, cookie)).body).toMatchObject({ conversationId: mine.conversationId });
  const others = [
    await choose(demo, 'demo-officer'),
    await choose(demo, 'demo-officer', { conversation: 'new' }, cookie),
  ];
  for (const other of others) expect(tokenShape.parse(other.body).conversationId).not.toBe(mine.conversationId);
  const headers = { authorization: `Bearer ${mine.token}` };
  expect(await demo.call('POST', '/v3/directline/conversations', { headers })).toMatchObject({ status: 201 });
});

it('gives nobody the name of a real person', async () => {
  expect(await choose(demo, 'real-officer')).toMatchObject({ status: 404 });
  expect(await choose(demo, 'nobody')).toMatchObject({ status: 404 });
});

it('is not there without the demo', async () => {
  expect(await real.call('GET', '/demo/people')).toMatchObject({ status: 404 });
  expect(await choose(real, 'demo-officer')).toMatchObject({ status: 404 });
});

it('is not for pages of other sites', async () => {
  const headers = { origin: 'https://evil.example' };
  expect(await demo.call('GET', '/demo/people', { headers })).toMatchObject({ status: 403 });
  expect(await choose(demo, 'demo-officer', {}, headers)).toMatchObject({ status: 403 });
});
