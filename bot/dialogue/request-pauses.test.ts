import { afterAll, beforeAll, expect, test } from 'vitest';
import type { City } from './chat.fixture.ts';
import { at, fileShare, openRequestsCity, rowsOf } from './requests-city.fixture.ts';

let city: City;
beforeAll(async () => {
  city = await openRequestsCity();
  for (const id of ['li', 'liu', 'he', 'chen', 'zhou', 'tan']) await city.as(id).say('你好');
});
afterAll(() => city.close());

test('supplement: asked for once with all that is missing, the clock goes on, no refusal while it is awaited', async () => {
  at(city, '2026-03-02');
  const li = city.as('li');
  const he = city.as('he');
  const number = await fileShare(li);
  await he.say(`要求${number}号申请补充材料`);
  expect(await he.say('业务范围;使用依据的具体条款')).toContain('答复期限照常计算');
  await he.press('确认提交');
  const asked = (await city.told('li')).at(-1) ?? '';
  expect(asked).toContain('需要补充:(1)业务范围;(2)使用依据的具体条款');
  expect(asked).toContain('最晚2026年3月16日(周一)答复');

  expect(await city.as('liu').say(`不同意${number}号申请`)).toContain('补齐之前不能以材料不全为由答复不同意');
  expect(await city.store.db.draft.count({ where: { state: 'open', form: 'answer-share-request' } })).toBe(0);

  at(city, '2026-03-05');
  await li.say('补充材料');
  const summary = await li.say('业务范围:全市义务教育阶段新生;使用依据:《中华人民共和国义务教育法》第四十四条');
  expect(summary).toContain('请确认');
  await li.press('确认提交');
  expect((await city.told('he')).at(-1)).toContain('全市义务教育阶段新生');
  expect(await city.as('liu').say(`要求${number}号申请补充材料`)).toContain('不能这样办');

  const { request, events, clocks } = await rowsOf(city, number);
  expect(request).toMatchObject({
    state: 'supplied',
    businessScope: '全市义务教育阶段新生',
    legalBasis: '《中华人民共和国义务教育法》第四十四条',
    supplementAsked: '(1)业务范围;(2)使用依据的具体条款',
  });
  expect(events).toEqual(['1 submitted li', '2 supplement_asked he', '3 supplied li']);
  expect(clocks).toEqual(['share-answer started 2026-03-02']);
});

test('withdrawn in the midst of another question, with a reason; the provider need not answer any more', async () => {
  at(city, '2026-03-06');
  const li = city.as('li');
  const number = await fileShare(li, { entry: '城乡低保对象信息', items: '保障类别' });
  // In the midst of a form whose question takes any words.
  await li.say('我要申请共享养老机构信息');
  expect(await li.say(`撤回${number}号申请`)).toContain('为什么撤回');
  expect(await li.say('已经从省平台取得')).toContain('请确认');
  expect((await rowsOf(city, number)).request.state).toBe('submitted');
  await li.press('确认提交');
  expect(li.words).toContain('接着办');
  await li.say('取消');
  expect((await city.told('liu')).at(-1)).toContain('不用再答复');
  const { request, events, clocks } = await rowsOf(city, number);
  expect(request.state).toBe('withdrawn');
  expect(events).toEqual(['1 submitted li', '2 withdrawn li']);
  expect(clocks).toEqual(['share-answer started 2026-03-06', 'share-answer ended 2026-03-06']);
  expect(await city.as('liu').say(`同意${number}号申请`)).toContain('现在是“已撤回”');
});

test('two requests in parallel stay apart: each its own clock, one answered, the other still waiting', async () => {
  at(city, '2026-03-09');
  const [first, second] = await Promise.all([
    fileShare(city.as('li', 'li-office'), { entry: '城乡低保对象信息', items: '保障类别' }),
    fileShare(city.as('tan'), { scenario: '不动产登记婚姻状况核验' }),
  ]);
  at(city, '2026-03-10');
  const liu = city.as('liu');
  const work = await liu.say('我有什么要办的');
  for (const number of [first, second]) expect(work).toContain(`#${number} 共享申请`);
  await liu.press(`同意 #${second}`);
  await liu.say('跳过');
  await liu.press('确认提交');
  expect((await rowsOf(city, second)).request).toMatchObject({ state: 'approved', decidedById: 'liu' });
  expect((await rowsOf(city, first)).request).toMatchObject({ state: 'submitted', decidedById: null });
  expect((await city.told('tan')).at(-1)).toContain(`#${second}`);
  expect((await rowsOf(city, first)).clocks).toEqual(['share-answer started 2026-03-09']);
});

test('overdue from the day after the last: both sides, the lead and the bureau see it; escalated once; still answered', async () => {
  at(city, '2026-04-01');
  const li = city.as('li');
  const [{ number } = { number: 0 }] = await city.store.db.request.findMany({
    where: { entryId: 'allowance', state: 'submitted' },
    select: { number: true },
  });
  for (const id of ['liu', 'chen', 'zhou', 'li'])
    expect(await city.as(id).say('谁超期了')).toContain(`#${number} 共享申请`);
  expect(await city.as('tan').say('谁超期了')).not.toContain(`#${number} `);
  await li.say(`${number}号申请到哪一步了`);
  await li.press('请市数据资源局协调');
  await li.say('开学前要用');
  await li.press('确认提交');
  const bureau = (await city.told('zhou')).at(-1) ?? '';
  expect(bureau).toContain('开学前要用');
  expect(bureau).toContain('已超期');
  expect((await city.told('liu')).at(-1)).toContain('已请市数据资源局协调');
  expect(await li.say(`请市数据资源局协调${number}号申请`)).not.toContain('请确认');
  const { request, events } = await rowsOf(city, number);
  expect(request.state).toBe('submitted');
  expect(events).toEqual(['1 submitted li', '2 coordination_asked li']);

  const liu = city.as('liu');
  await liu.say(`同意${number}号申请`);
  await liu.say('跳过');
  await liu.press('确认提交');
  const after = await rowsOf(city, number);
  expect(after.request).toMatchObject({ state: 'approved', decidedById: 'liu' });
  expect(after.clocks).toContain('share-answer ended 2026-04-01');
  expect(await city.as('zhou').say('谁超期了')).not.toContain(`#${number} 共享申请`);
});
