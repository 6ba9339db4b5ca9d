/** Reminders as people meet them: set, moved and stopped in the chat, and told in it. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { City } from '#bot/dialogue/chat.fixture.ts';
import { sendReminders } from '#tools/reminders/send-reminders.ts';
import { tools } from '#tools/tools.ts';
import { jobContext } from './job.fixture.ts';

let city: City;
beforeAll(async () => {
  city = await City.open(tools);
});
afterAll(() => city.close());

/** The job looks at this moment, and the clock of the chat stands there too. */
async function lookAt(moment: string): Promise<void> {
  city.clock = new Date(`${moment}:00+08:00`);
  await sendReminders.handle({}, jobContext(city.store, city.clock));
}

const rows = (personId: string, rule: string) =>
  city.store.db.reminder.findMany({ where: { personId, rule }, orderBy: { number: 'asc' } });

test('下周三提醒我催一下民政局: asked once, shown, confirmed, told at its time and once', async () => {
  const li = city.as('li');
  city.clock = new Date('2026-03-02T10:00:00+08:00');
  expect(await li.say('下周三提醒我催一下民政局')).toContain('2026年3月11日(周三)09:00');
  expect(await rows('li', 'personal')).toEqual([]);
  expect(await li.say('是的')).toContain('催一下民政局');
  expect(await rows('li', 'personal')).toMatchObject([
    { text: '催一下民政局', state: 'planned', dueAt: new Date('2026-03-11T09:00:00+08:00') },
  ]);
  await lookAt('2026-03-11T08:55');
  expect(await city.told('li')).toEqual([]);
  await lookAt('2026-03-11T09:00');
  await lookAt('2026-03-11T09:05');
  expect(await city.told('li')).toEqual(['您让我提醒:催一下民政局']);
});

test('an hour said with the day counts, in the evening and on a Sunday as well', async () => {
  const xiao = city.as('xiao');
  city.clock = new Date('2026-03-12T10:00:00+08:00');
  expect(await xiao.say('3月15号晚上8点半提醒我看一遍清单')).toMatch(/2026年3月15日\(周日\)20:30.*周末/su);
  await xiao.say('确认');
  await lookAt('2026-03-15T20:31');
  expect(await city.told('xiao')).toEqual(['您让我提醒:看一遍清单']);
});

test('lists the reminders and cancels one', async () => {
  const xiao = city.as('xiao');
  city.clock = new Date('2026-03-16T10:00:00+08:00');
  await xiao.say('明天上午10点提醒我交周报');
  await xiao.say('是');
  expect(await xiao.say('我的提醒')).toMatch(/提醒#\d+ 2026年3月17日\(周二\)10:00:交周报/u);
  await xiao.say('取消提醒 交周报');
  expect(await xiao.say('是')).toContain('已取消');
  await lookAt('2026-03-17T10:00');
  expect(await city.told('xiao')).toHaveLength(1);
  expect((await rows('xiao', 'personal')).map(({ state }) => state)).toEqual(['sent', 'cancelled']);
});

test('a time that has passed is refused and asked for again', async () => {
  const xiao = city.as('xiao');
  city.clock = new Date('2026-03-18T15:00:00+08:00');
  await xiao.say('今天上午9点提醒我喝水');
  expect(await xiao.say('是')).toContain('这个时间已经过去了');
  await xiao.say('取消');
});

test('以后上午11点提醒我 moves the reminders of the rules; outside the working hours it is refused', async () => {
  const wang = city.as('wang');
  city.clock = new Date('2026-03-18T10:00:00+08:00');
  await wang.say('以后晚上9点提醒我');
  expect(await wang.say('是')).toContain('提醒只在工作日09:00到17:00之间发送');
  await wang.say('上午11点');
  expect(await wang.say('是')).toContain('工作日11:00提醒您');
  const person = await city.store.db.person.findUniqueOrThrow({ where: { id: 'wang' } });
  expect(person.preferences).toEqual({ reminders: { hour: '11:00' } });
});

test('the bureau demands a rectification; the department is reminded on its ladder until it reports', async () => {
  const zhou = city.as('zhou');
  const liu = city.as('liu');
  city.clock = new Date('2026-03-19T10:00:00+08:00');
  await liu.say('你好');
  await zhou.say('要求民政局整改');
  await zhou.say('婚姻登记数据缺少证件号码');
  expect(await zhou.say('4月3日前完成')).toContain('2026年4月3日');
  expect(await zhou.say('是')).toContain('已下发');
  await lookAt('2026-03-27T09:00');
  const told = await city.told('liu');
  expect(told.at(-1)).toContain('还剩5个工作日');
  expect(told.at(-1)).toContain('依据:本办法第十三条第四款');
  // What was sent has the button that reports it.
  const last = await city.store.db.message.findFirstOrThrow({
    where: { conversation: { externalId: 'liu' }, direction: 'outbound', answers: null },
    orderBy: { sequence: 'desc' },
  });
  expect(JSON.stringify(last.actions)).toContain('report-rectification');
});

test('别再提醒这件事 silences everything but the last day', async () => {
  const liu = city.as('liu');
  city.clock = new Date('2026-03-27T10:00:00+08:00');
  await liu.say('取消');
  expect(await liu.say('别再提醒这件事')).toContain('关不掉');
  expect(await liu.say('是')).toContain('不再提醒');
  const before = (await city.told('liu')).length;
  for (const day of ['2026-03-31', '2026-04-02']) await lookAt(`${day}T09:00`);
  expect(await city.told('liu')).toHaveLength(before);
  await lookAt('2026-04-03T09:00');
  expect((await city.told('liu')).at(-1)).toContain('今天就是最后一天');
});

test('a reminder is put off within the last day and not beyond it', async () => {
  const liu = city.as('liu');
  await city.store.db.duty.updateMany({ data: { state: 'done' } });
  await city.store.db.duty.create({
    data: {
      id: 'put-off',
      kind: 'rectification',
      departmentId: 'minzheng',
      title: '补录地址',
      occurredOn: '2026-04-07',
      dueOn: '2026-04-20',
      openedAt: new Date('2026-04-07T10:00:00+08:00'),
    },
  });
  await lookAt('2026-04-13T09:00');
  expect((await city.told('liu')).at(-1)).toContain('补录地址');
  await liu.say('推迟提醒这件事到4月25日');
  expect(await liu.say('是')).toContain('不能推迟到那一天以后');
  await liu.say('4月16日');
  expect(await liu.say('是')).toContain('2026年4月16日(周四)09:00再提醒您');
  const before = (await city.told('liu')).length;
  await lookAt('2026-04-15T09:00');
  expect(await city.told('liu')).toHaveLength(before);
  await lookAt('2026-04-16T09:00');
  await lookAt('2026-04-16T09:05');
  expect(await city.told('liu')).toHaveLength(before + 1);
  // Somebody acts: nothing more comes, not even overdue.
  await city.store.db.duty.update({ where: { id: 'put-off' }, data: { state: 'done' } });
  for (const day of ['2026-04-17', '2026-04-20', '2026-04-21']) await lookAt(`${day}T09:00`);
  expect((await city.told('liu')).filter((text) => text.includes('补录地址'))).toHaveLength(2);
});

test('a project is registered with the dates the officer gives, and reminded of them', async () => {
  const li = city.as('li');
  city.clock = new Date('2026-05-06T10:00:00+08:00');
  await li.say('登记信息化项目');
  await li.say('智慧校园平台');
  await li.say('5月20日');
  await li.say('跳过');
  expect(await li.say('跳过')).toContain('智慧校园平台');
  expect(await li.say('是')).toContain('已登记');
  await lookAt('2026-05-13T09:00');
  expect((await city.told('li')).at(-1)).toMatch(/智慧校园平台.*编制发布信息资源目录.*还剩5个工作日.*第十三条第一款/su);
  expect(await li.say('我有什么要办的')).toMatch(/#\d+ 智慧校园平台.*编制发布信息资源目录:最晚2026年5月20日/su);
  const { number } = await city.store.db.duty.findFirstOrThrow({ where: { kind: 'project' } });
  expect(await li.press(`登记完成 #${number}`)).toContain('请确认');
  expect(await li.say('是')).toContain('全部节点都已完成');
  const told = (await city.told('li')).length;
  for (const day of ['2026-05-15', '2026-05-20', '2026-05-21']) await lookAt(`${day}T09:00`);
  expect(await city.told('li')).toHaveLength(told);
});

test('a reminder goes to the channel its reader likes best, when they have spoken there', async () => {
  const xiao = city.as('xiao');
  city.clock = new Date('2026-05-18T10:00:00+08:00');
  await xiao.say('以后在钉钉提醒我');
  expect(await xiao.say('是')).toContain('您还没有在钉钉里和我说过话');
  await xiao.say('取消');
  await city.store.db.conversation.create({
    data: { channel: 'dingtalk', externalId: 'xiao-ding', personId: 'xiao', createdAt: city.clock },
  });
  await xiao.say('以后在钉钉提醒我');
  expect(await xiao.say('是')).toContain('优先发到钉钉');
  await xiao.say('明天提醒我交总结');
  await xiao.say('是');
  await lookAt('2026-05-19T09:00');
  expect(await city.told('xiao-ding')).toEqual(['您让我提醒:交总结']);
});
