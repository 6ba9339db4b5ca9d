/** Conversations as staff have them, with the real catalog tools; what counts is what is stored in the end. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { dropDrafts, openCatalogCity, openDraftsOf, versionsNamed, wholeEntry } from './catalog-chat.fixture.ts';
import { type City, type Speaker, valuesOf } from './chat.fixture.ts';

let city: City;
beforeAll(async () => {
  city = await openCatalogCity();
});
afterAll(() => city.close());

let place = 0;
let li: Speaker;
let liu: Speaker;
beforeEach(async () => {
  place += 1;
  li = city.as('li', `li-${place}`);
  liu = city.as('liu', `liu-${place}`);
  await dropDrafts(city);
});

async function upToSummary(name: string): Promise<string> {
  await li.say(wholeEntry(name));
  await li.say('跳过');
  await li.say('跳过');
  return await li.say('没有');
}

const versionsOf = (name: string) => versionsNamed(city, name);
const draftsOf = (ownerId: string) => openDraftsOf(city, ownerId);

async function valuesOfLatest(ownerId: string) {
  return valuesOf((await draftsOf(ownerId)).at(-1));
}

test('fields named without a colon fill the form, and 没有 stands as the standard there is not', async () => {
  expect(await upToSummary('足球场地名录')).toContain('请确认');
  await li.say('行,提交吧');
  const [version, ...more] = await versionsOf('足球场地名录');
  expect(more).toEqual([]);
  expect(version).toMatchObject({
    state: 'submitted',
    summary: '全市中小学体育场地的名称和地址',
    source: '体育场地系统',
    standard: '暂无标准',
    updateCycle: 'quarterly',
    sharingType: 'unconditional',
    openingType: 'unconditional',
    entry: { departmentId: 'jiaoyu', kind: 'data' },
  });
  expect(version?.items.map(({ name }) => name)).toEqual(['名称', '地址', '电话']);
});

test('refusing to confirm, changing the mind twice, then confirming once', async () => {
  await upToSummary('篮球场地名录');
  await li.say('先别提交');
  expect(await li.say('更新周期改一下')).toContain('“更新周期”现在填的是“每季度”');
  await li.say('半年');
  await li.say('不对,每年');
  expect(await versionsOf('篮球场地名录')).toEqual([]);
  await li.say('确认');
  await li.say('确认');
  expect((await versionsOf('篮球场地名录')).map(({ updateCycle }) => updateCycle)).toEqual(['yearly']);
});

test('what is filed is found by its own department before it is published, revised, and its history told', async () => {
  await upToSummary('排球场地名录');
  await li.say('确认');
  expect(await li.say('查一下排球场地的目录')).toContain('本部门另有“排球场地名录”:已报送');
  expect(await liu.say('查一下排球场地的目录')).not.toContain('排球场地名录');
  await li.say('修改排球场地名录的更新周期为每月');
  await li.say('跳过');
  await li.say('确认');
  expect((await versionsOf('排球场地名录')).map(({ number, updateCycle }) => `${number} ${updateCycle}`)).toEqual([
    '1 quarterly',
    '2 monthly',
  ]);
  expect(await li.say('排球场地名录改过什么')).toContain('更新周期由“每季度”改为“每月”');
});

test('an entry of another department is refused at once: by name, with the reason, and no draft is left', async () => {
  await upToSummary('网球场地名录');
  await li.say('确认');
  const [version] = await versionsOf('网球场地名录');
  await city.store.db.catalogVersion.updateMany({
    where: { entryId: version?.entryId ?? '' },
    data: { state: 'published' },
  });
  const said = await liu.say('把网球场地名录的更新周期改成每年');
  expect(said).toContain('“网球场地名录”是长沙市教育局的目录');
  expect(said).not.toContain('开始办理');
  expect(await draftsOf('liu')).toEqual([]);
  expect((await versionsOf('网球场地名录')).map(({ updateCycle }) => updateCycle)).toEqual(['quarterly']);
});

test('short names of sharing and opening in lines; a line no field takes is said', async () => {
  await li.say('我要编目录');
  const said = await li.say('名称:冰场名录\n更新周期:一年一次\n负责人:张三\n共享:有条件\n开放:不予开放');
  expect(said).toContain('“负责人:张三”不知道填在哪一项');
  expect(await valuesOfLatest('li')).toEqual({
    departmentId: 'jiaoyu',
    name: '冰场名录',
    updateCycle: 'yearly',
    sharingType: 'conditional',
    openingType: 'withheld',
  });
});

test('what stands beside an answer and fits nowhere is said, never dropped in silence', async () => {
  await li.say('编一条乒乓球场地名录数据目录');
  await li.say('全市乒乓球场地的名称和地址;信息项:名称、地址;来源:体育系统;分类:主题;标准:没有');
  expect(await li.say('每月更新,有条件共享,先跟处长说一声')).toContain('“先跟处长说一声”不知道填在哪一项');
  expect(await valuesOfLatest('li')).toMatchObject({ updateCycle: 'monthly', sharingType: 'conditional' });
});

test('a slip is asked about or read right, and never becomes the opposite', async () => {
  await li.say('建一个目录,按年更新,有调件共享');
  expect(await valuesOfLatest('li')).not.toHaveProperty('sharingType');
  await li.say('数据目录');
  await li.say('游泳场馆名录');
  await li.say('共享类型是有调件共享');
  expect((await valuesOfLatest('li'))['sharingType']).not.toBe('unconditional');
});

test.each([
  ['建一条信息目录 校外培训机构名单', { kind: 'information', name: '校外培训机构名单' }],
  ['报一条目录叫社区养老服务站点', { name: '社区养老服务站点' }],
  ['编一条数据目录,每季度更新', { kind: 'data', updateCycle: 'quarterly' }],
  ['编个个人捐赠名录的数据目录', { kind: 'data', name: '个人捐赠名录' }],
  ['我要编一条我们局的数据目录', { kind: 'data' }],
])('the name in the opening sentence: %s', async (sentence, values) => {
  await li.say(sentence);
  expect(await valuesOfLatest('li')).toEqual({ departmentId: 'jiaoyu', ...values });
});

test('a second task of the same kind is a second draft, not an answer', async () => {
  await li.say('编一条婚姻介绍机构名录数据目录');
  await li.say('再编一条殡葬服务机构名录数据目录');
  expect(await li.say('我有几个草稿')).toContain('2 份');
  const names = (await draftsOf('li')).map(({ name }) => name);
  expect(new Set(names)).toEqual(new Set(['婚姻介绍机构名录', '殡葬服务机构名录']));
  expect(names).toHaveLength(2);
  await li.say('取消婚姻介绍那份');
  expect((await draftsOf('li')).map(({ name }) => name)).toEqual(['殡葬服务机构名录']);
  await li.say('各殡仪馆的名称和地址');
  expect(await valuesOfLatest('li')).toMatchObject({ summary: '各殡仪馆的名称和地址' });
});

test('giving up and coming round again, putting aside and coming back, from the start', async () => {
  await li.say('编一条福利彩票销售网点数据目录');
  expect(await li.say('算了不弄了')).toContain('已取消');
  expect(await draftsOf('li')).toEqual([]);
  expect(await li.say('等等,还是要弄')).toContain('已恢复');
  expect(await li.say('先放着吧,我去开会')).toContain('已经存好');
  expect(await li.say('我回来了')).toContain('继续办理');
  expect(await li.say('我刚才填到哪了')).toContain('还要填:摘要');
  expect(await valuesOfLatest('li')).toEqual({ departmentId: 'jiaoyu', kind: 'data', name: '福利彩票销售网点' });
  await li.say('全部重来');
  expect(await valuesOfLatest('li')).toEqual({ departmentId: 'jiaoyu' });
  await li.say('取肖');
  expect(await draftsOf('li')).toEqual([]);
});

test('corrections as they are spoken', async () => {
  await li.say('报一条志愿者服务信息的数据目录,每年更新');
  await li.say('等等,周期不是每年,是每月');
  await li.say('名称写错了,是志愿服务项目信息');
  await li.say('共享那个选有条件');
  expect(await valuesOfLatest('li')).toMatchObject({ sharingType: 'conditional' });
  await li.say('刚刚那个撤销');
  expect(await valuesOfLatest('li')).toEqual({
    departmentId: 'jiaoyu',
    kind: 'data',
    name: '志愿服务项目信息',
    updateCycle: 'monthly',
  });
});

test('how it is done is answered, and begun with a word', async () => {
  expect(await li.say('那个我想问下怎么报目录啊')).toContain('办理“编制目录条目”');
  expect(city.asked.at(-1)?.question).toBe('怎么报目录啊');
  await li.say('那就报一个吧');
  expect((await draftsOf('li')).map(({ form }) => form)).toEqual(['file-catalog-entry']);
});

test('a task and a question in one message: both', async () => {
  const said = await li.say('帮我编一条公墓信息数据目录,顺便问下编目录有期限吗');
  expect(said).toContain('答:编目录有期限吗');
  expect(await valuesOfLatest('li')).toMatchObject({ name: '公墓信息', kind: 'data' });
});

test('somebody is to fill it in, and then not', async () => {
  await li.say('编一条食堂检查结果数据目录');
  expect(await li.say('这个找同事填')).toContain('请谁来填“摘要”');
  await li.say('算了我自己填');
  await li.say('全市中小学食堂检查的结果');
  expect(await valuesOfLatest('li')).toMatchObject({ summary: '全市中小学食堂检查的结果' });
  expect(await city.store.db.draftDelegation.findMany()).toEqual([]);
});

test('words that steer a form mean nothing without one, and are no questions', async () => {
  const before = city.asked.length;
  for (const words of ['跳过', '不变', '改一下', '什么意思', '算了先不填了']) await li.say(words);
  expect(city.asked.length).toBe(before);
  expect(await draftsOf('li')).toEqual([]);
});

test('what may be done with the data, said after a named value, is no part of that value', async () => {
  await li.say('我要编一条旱冰场地名录的数据目录');
  await li.say('分类:主题信息资源,参考标准:暂无,可以无条件开放,安全等级:1级');
  expect(await valuesOfLatest('li')).toMatchObject({
    classification: '主题信息资源',
    openingType: 'unconditional',
    securityLevel: '1级',
  });
  expect((await valuesOfLatest('li'))['standard']).not.toContain('开放');
});
