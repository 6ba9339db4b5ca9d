import { afterAll, beforeAll, expect, test } from 'vitest';
import type { City } from './chat.fixture.ts';
import { fileShare, numberIn, openRequestsCity, rowsOf } from './requests-city.fixture.ts';

let city: City;
beforeAll(async () => {
  city = await openRequestsCity();
  for (const id of ['li', 'liu', 'he']) await city.as(id).say('你好');
});
afterAll(() => city.close());

test('a plain wish opens the request with its entry and use; unconditional data are given at once, nobody approves', async () => {
  const li = city.as('li');
  const opened = await li.say('我们想要民政局的养老机构信息用来安排志愿服务对接');
  expect(opened).toContain('养老机构信息(长沙市民政局)');
  expect(opened).toContain('不用审批');
  await li.say('全市中小学志愿服务');
  await li.say('《志愿服务条例》第十条');
  await li.say('机构名称、床位数');
  await li.say('服务调用');
  expect(await li.say('2026年12月31日')).not.toContain('前答复');
  const filed = await li.press('确认提交');
  expect(filed).toContain('平台接口 /api/yanglao,授权码向平台申请');
  const { request, events, clocks, audits } = await rowsOf(city, numberIn(filed));
  expect(request).toMatchObject({
    state: 'provided',
    entryId: 'homes',
    items: ['机构名称', '床位数'],
    decidedById: null,
  });
  expect(events).toEqual(['1 submitted li', '2 access_given -']);
  expect(clocks.filter((clock) => clock.endsWith('started 2026-03-02'))).toHaveLength(
    clocks.filter((clock) => clock.includes('ended')).length,
  );
  expect(audits).toEqual(['request.submitted li', 'request.access_given li']);
  expect(await city.told('liu')).toEqual([]);
});

test('conditional: told at once with what was asked and why that day; approved with conditions, provided, closed', async () => {
  const { db } = city.store;
  const li = city.as('li');
  const number = await fileShare(li);
  const card = (await city.told('liu')).at(-1) ?? '';
  for (const words of [
    '收到一件新的共享申请',
    '应用场景:随迁子女入学监护关系核验',
    '信息项:登记类别',
    '最晚2026年3月16日(周一)答复,还剩10个工作日',
    '计入:3月3日至6日(4天)、3月9日至13日(5天)、3月16日',
    '不计:3月7日至8日(周末)、3月14日至15日(周末)',
  ])
    expect(card).toContain(words);

  const liu = city.as('liu');
  await liu.say('我有什么要办的');
  expect(await liu.press(`同意 #${number}`)).toContain('有什么使用条件');
  expect(await liu.say('仅限入学核验,不得留存')).toContain('请确认');
  expect((await rowsOf(city, number)).request).toMatchObject({ state: 'submitted', conditions: null });
  await liu.press('确认提交');
  expect((await city.told('li')).at(-1)).toContain('使用条件:仅限入学核验,不得留存');
  await liu.press('登记提供情况');
  await liu.say('已在平台开通核验接口');
  await liu.press('确认提交');
  expect(await li.say(`${number}号申请到哪一步了`)).toContain('提供情况:已在平台开通核验接口');
  await li.press('办结');
  await li.press('确认提交');

  const { request, events, clocks, audits } = await rowsOf(city, number);
  expect(request).toMatchObject({
    state: 'closed',
    decidedById: 'liu',
    conditions: '仅限入学核验,不得留存',
    version: 3,
  });
  expect(events).toEqual(['1 submitted li', '2 approved liu', '3 provided liu', '4 closed li']);
  expect(clocks).toEqual([
    'share-answer started 2026-03-02',
    'share-answer ended 2026-03-02',
    'share-provision started 2026-03-02',
    'share-provision ended 2026-03-02',
  ]);
  expect(audits).toEqual(['request.submitted li', 'request.approved liu', 'request.provided liu', 'request.closed li']);
  expect(await db.draft.count({ where: { state: { in: ['open', 'confirming'] } } })).toBe(0);
});

test('withheld: not filed, the basis and the lawful next step instead; no draft stays', async () => {
  const { db } = city.store;
  const before = await db.request.count();
  const words = await city.as('li').say('申请共享收养登记信息');
  expect(words).toContain('没有提交申请');
  expect(words).toContain('《中华人民共和国民法典》第一千一百一十条');
  expect(words).toContain('可以请长沙市民政局重新核定共享类型');
  expect(words).toContain('第六条第二款');
  expect(await db.request.count()).toBe(before);
  expect(await db.draft.count({ where: { state: { in: ['open', 'confirming'] } } })).toBe(0);
});

test('duplicate: a colleague is told of the running request; once granted, of the grant', async () => {
  const { db } = city.store;
  const number = await fileShare(city.as('li'), { entry: '城乡低保对象信息', items: '保障类别' });
  const count = await db.request.count();
  expect(await city.as('xiao').say('我要申请共享城乡低保对象信息')).toContain(`正在办理的申请 #${number}`);
  const liu = city.as('liu');
  await liu.say(`同意#${number}`);
  await liu.say('跳过');
  await liu.press('确认提交');
  expect((await rowsOf(city, number)).request.state).toBe('approved');
  const xiao = city.as('xiao');
  await xiao.say('我要申请共享城乡低保对象信息');
  await xiao.say('助学金审核');
  await xiao.say('本学期申请助学金的家庭');
  await xiao.say('《社会救助暂行办法》第三十三条');
  expect(await xiao.say('保障类别')).toContain(`#${number}`);
  await xiao.say('取消');
  expect(await db.request.count()).toBe(count);
});

test('wrong provider: neither a third department nor the requester answers, and nothing is opened or written', async () => {
  const { db } = city.store;
  const number = await fileShare(city.as('tan'), { scenario: '不动产登记婚姻状况核验' });
  const runs = await db.auditRecord.count();
  expect(await city.as('tan').say(`同意${number}号申请`)).toContain('由长沙市民政局办理,您不能代为答复');
  expect(await city.as('li').say(`同意${number}号申请`)).toContain(`没有找到您能看到的申请 #${number}`);
  expect(await city.as('li').say(`撤回${number}号申请`)).toContain(`没有找到您能看到的申请 #${number}`);
  expect(await db.draft.count({ where: { state: { in: ['open', 'confirming'] } } })).toBe(0);
  expect(await db.auditRecord.count()).toBe(runs);
  const { request, events } = await rowsOf(city, number);
  expect(request).toMatchObject({ state: 'submitted', version: 0 });
  expect(events).toEqual(['1 submitted tan']);
  // Named wrongly in the wish: the entry's own department is shown.
  expect(await city.as('xiao').say('我要申请共享教育局的婚姻登记信息')).toContain('长沙市民政局');
  await city.as('xiao').say('取消');
});
