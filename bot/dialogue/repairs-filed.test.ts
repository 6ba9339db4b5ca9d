/** Whole transcripts, each with several repairs on its way, judged by what is filed in the end. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { City, type Speaker } from './chat.fixture.ts';

let city: City;
beforeAll(async () => {
  city = await City.open();
});
afterAll(() => city.close());

let place = 0;
let li: Speaker;
beforeEach(async () => {
  place += 1;
  li = city.as('li', `li-${place}`);
  await city.store.db.draft.updateMany({ data: { state: 'cancelled' } });
});

async function filed(name: string) {
  return await city.store.db.catalogVersion.findMany({
    where: { name },
    include: { items: { orderBy: { position: 'asc' } }, entry: true },
  });
}

/** From the summary's question on to the filing; each answer is one the form asks for in this order. */
async function theRest(): Promise<void> {
  for (const words of ['全市中小学体育场地情况', '场地名称、地址', '不涉及', '跳过', '跳过', '确认'])
    await li.say(words);
}

test('two drafts at once, switched by name in mid-field, are two entries, each with its own values', async () => {
  await li.say('我要编一条赛艇场地信息目录');
  await li.say('教育局');
  await li.say('我还要再编一条皮划艇场地信息目录');
  await li.say('教育局');
  await li.say('每月');
  await li.say('换到赛艇那个');
  await li.say('每年');
  await li.say('无条件');
  await theRest();
  await li.say('无条件');
  await theRest();
  expect(await filed('赛艇场地信息')).toMatchObject([{ updateCycle: 'yearly', state: 'submitted' }]);
  expect(await filed('皮划艇场地信息')).toMatchObject([{ updateCycle: 'monthly', state: 'submitted' }]);
});

test('switching to the draft that is in hand already goes on with it', async () => {
  await li.say('我要编一条跆拳道场地信息目录');
  await li.say('教育局');
  expect(await li.say('换到跆拳道场地信息')).toContain('多久更新一次');
  await li.say('每月');
  await li.say('无条件');
  await theRest();
  expect(await filed('跆拳道场地信息')).toMatchObject([{ updateCycle: 'monthly' }]);
});

test('asked why, a question, small talk, help and said again, ever so often: the form is filed as if nothing had been', async () => {
  await li.say('我要编一条击剑场地信息目录');
  await li.say('教育局');
  for (const aside of [
    '为什么要填这个',
    '共享申请几个工作日内答复?',
    '谢谢',
    '你好',
    '再说一遍',
    '帮助',
    '查一下体育场地目录',
    '共享和开放有什么区别',
  ])
    expect(await li.say(aside)).toContain('多久更新一次');
  await li.say('每季度');
  await li.say('无条件');
  await theRest();
  expect(await filed('击剑场地信息')).toMatchObject([
    { updateCycle: 'quarterly', sharingType: 'unconditional', source: null, summary: '全市中小学体育场地情况' },
  ]);
});

test('left today, taken up next week after a restart, stepped back, corrected and filed once', async () => {
  await li.say('我要编一条摔跤场地信息目录');
  await li.say('教育局');
  await li.say('每月');
  await li.say('稍后再办');
  city.restart();
  city.later(7);
  await li.say('继续');
  await li.say('上一步');
  await li.say('每年');
  await li.say('无条件');
  await theRest();
  await li.say('确认');
  expect(await filed('摔跤场地信息')).toMatchObject([{ updateCycle: 'yearly', entry: { departmentId: 'jiaoyu' } }]);
});

test('a table pasted from a spreadsheet is filed item by item, in its order, with what it says of each', async () => {
  await li.say('我要编一条柔道场地信息目录');
  await li.say('教育局');
  await li.say('序号\t信息项名称\t数据类型\t数据长度\t是否敏感\n1\t姓名\t字符型\t50\t否\n2\t身份证号\t字符型\t18\t是');
  for (const words of ['每月', '无条件', '全市中小学体育场地情况', '涉及', '跳过', '跳过', '确认']) await li.say(words);
  const [version] = await filed('柔道场地信息');
  expect(version?.items).toMatchObject([
    { name: '姓名', type: '字符型', length: '50' },
    { name: '身份证号', type: '字符型', length: '18' },
  ]);
});

test('invalid, ambiguous, mistyped, in pinyin, in traditional characters, without signs: the right values are filed', async () => {
  await li.say('我要編一條拳擊场地信息的數據目錄');
  await li.say('区教育局');
  await li.say('教育局');
  await li.say('看情况');
  await li.say('meijidu');
  await li.say('無條件共享');
  await li.say('太短');
  await theRest();
  expect((await filed('拳擊场地信息')).concat(await filed('拳击场地信息'))).toMatchObject([
    { updateCycle: 'quarterly', sharingType: 'unconditional', entry: { departmentId: 'jiaoyu' } },
  ]);
});

test('what was cancelled is not filed, by any word or old button; taken back it is', async () => {
  await li.say('我要编一条举重场地信息目录');
  for (const words of ['教育局', '每月', '无条件', '全市中小学体育场地情况', '场地名称', '不涉及', '跳过', '跳过'])
    await li.say(words);
  const confirm = li.last.at(-1)?.actions.find(({ id }) => id.startsWith('confirm'))?.id ?? '';
  expect(confirm).not.toBe('');
  await li.say('取消');
  await li.say('确认');
  await li.press(confirm);
  expect(await filed('举重场地信息')).toEqual([]);
  await li.say('撤销');
  await li.say('确认');
  expect(await filed('举重场地信息')).toMatchObject([{ updateCycle: 'monthly' }]);
});

test('a field given by a colleague in their own chat is filed with the rest', async () => {
  const xiao = city.as('xiao', `xiao-filed-${place}`);
  await xiao.say('你好');
  await li.say('我要编一条蹦床场地信息目录');
  await li.say('教育局');
  await li.say('让肖雅琪填这个');
  await xiao.say('每个季度吧');
  await li.say('无条件');
  await theRest();
  expect(await filed('蹦床场地信息')).toMatchObject([{ updateCycle: 'quarterly' }]);
  expect(
    await city.store.db.draftDelegation.count({ where: { personId: 'xiao', value: { equals: 'quarterly' } } }),
  ).toBe(1);
});
