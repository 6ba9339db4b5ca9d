import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { City, type Speaker } from '#bot/dialogue/chat.fixture.ts';
import { Courier } from '#bot/delivery/courier.ts';
import { Feed } from '#bot/delivery/feed.ts';
import { silentLog } from '#bot/log.ts';
import { channelLimits } from '#tools/broadcast/channel-limits.ts';
import { tools } from '#tools/tools.ts';
import { BroadcastSender } from './broadcast-sender.ts';
import { conversationPort } from './conversation-port.ts';

let city: City;
let sender: BroadcastSender;
let zhou: Speaker;
let li: Speaker;
let wang: Speaker;

beforeAll(async () => {
  city = await City.open(tools);
  [zhou, li, wang] = [city.as('zhou'), city.as('li'), city.as('wang')];
  // Whoever has spoken once can be reached in that conversation.
  for (const one of [zhou, li, wang]) await one.join();
  const { store } = city;
  const limits = channelLimits()['directline'];
  if (!limits) throw new Error('no limits');
  sender = new BroadcastSender({
    store,
    ports: [conversationPort({ channel: 'test', pool: store.pool, feed: new Feed(), limits })],
    courier: new Courier(),
    log: silentLog(),
    now: () => city.clock,
    lookMs: 25,
  });
  await sender.start();
});
afterAll(async () => {
  await sender.stop();
  await city.close();
});

async function sent(title: string): Promise<string> {
  for (;;) {
    const row = await city.store.db.broadcast.findFirst({ where: { title } });
    if (row?.state === 'done') return row.id;
    // Time stands still for the city: the sender looks at rows, not at clocks.
    city.clock = new Date(city.clock.getTime() + 1_000);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

async function broadcast(audience: string, title: string): Promise<string> {
  await zhou.say(`给${audience}发一条通知`);
  await zhou.say(title);
  await zhou.say('请各单位核对联系人信息,有变化的今天内告知。');
  expect(await zhou.say('要回执')).toContain('请确认:起草群发');
  expect(await zhou.say('确认')).toContain('还没有发给任何人');
  await zhou.press('正式发送');
  expect(await zhou.say('确认')).toContain('马上开始发送');
  return await sent(title);
}

describe('a broadcast in the chat', () => {
  test('the bureau sees beforehand who gets it and who cannot be reached', async () => {
    const asked = await zhou.say('给教育局和民政局发一条通知');
    expect(asked).toContain('收件范围 长沙市教育局、长沙市民政局的数据专员和部门负责人');
    await zhou.say('核对联系人');
    await zhou.say('请各单位核对联系人信息。');
    const summary = await zhou.say('只通知');
    expect(summary).toContain('共 4 人:可以送达 2 人,不发 0 人,联系不上 2 人');
    expect(summary).toMatch(/联系不上.*肖雅琪\(长沙市教育局\)/);
    expect(await zhou.say('取消')).toContain('已取消');
    expect(await city.store.db.broadcast.count({ where: { title: '核对联系人' } })).toBe(0);
  });

  test('收到 is noted with one press or by typing it, and what else is answered stays with the broadcast', async () => {
    const id = await broadcast('教育局', '核对通讯录');
    expect((await city.told('li')).at(-1)).toContain('请各单位核对联系人信息');
    const conversation = await city.store.db.conversation.findFirstOrThrow({ where: { externalId: 'li' } });
    expect(conversation.topic).toEqual({ kind: 'broadcast', id });
    expect(await li.say('收到')).toContain('已登记:收到');
    expect(await wang.press(`received:${id}`)).toContain('已登记:收到');
    await wang.press(`received:${id}`);
    await wang.say('联系人电话已经换了');
    const people = await city.store.db.broadcastRecipient.findMany({
      where: { broadcastId: id },
      orderBy: { personId: 'asc' },
    });
    expect(people.map(({ personId, acknowledgedAt }) => [personId, acknowledgedAt !== null])).toEqual([
      ['li', true],
      ['wang', true],
      ['xiao', false],
    ]);
    const report = await zhou.say('查看群发核对通讯录的结果');
    expect(report).toContain('名单总数:3 人');
    expect(report).toContain('点了收到:2 人');
    expect(report).toContain('王晓春(长沙市教育局):联系人电话已经换了');
  });

  test('nobody else sends anything to anybody', async () => {
    await li.say('给所有联系人发一条通知');
    expect(await city.store.db.draft.count({ where: { form: 'compose-broadcast', ownerId: 'li' } })).toBe(0);
    const refused = await city.store.db.auditRecord.findMany({ where: { actorId: 'li', action: 'refused' } });
    expect(refused).toMatchObject([{ tool: 'compose-broadcast', reason: 'NOT_YOUR_ROLE' }]);
  });

  test('is paused, resumed and cancelled by what the bureau says, each only where it can be', async () => {
    expect(await zhou.say('暂停群发')).toMatch(/哪一条群发|没有|不能/);
    await zhou.say('取消');
    const list = await zhou.say('群发列表');
    expect(list).toContain('群发 #1《核对通讯录》:已发完');
  });
});
