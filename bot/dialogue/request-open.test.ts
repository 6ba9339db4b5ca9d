import { afterAll, beforeAll, expect, test } from 'vitest';
import type { City } from './chat.fixture.ts';
import { at, numberIn, openRequestsCity, rowsOf } from './requests-city.fixture.ts';

let city: City;
beforeAll(async () => {
  city = await openRequestsCity();
  for (const id of ['gu', 'he', 'liu']) await city.as(id).say('你好');
});
afterAll(() => city.close());

test('a citizen asks for personal items: only desensitised, with the clause; the approval is held to it too', async () => {
  at(city, '2026-03-17');
  const { db } = city.store;
  const gu = city.as('gu');
  await gu.say('我想申请开放养老机构信息');
  await gu.say('给老人挑选养老院做对比');
  const guarded = await gu.say('机构名称、床位数、负责人电话');
  expect(guarded).toContain('负责人电话涉及个人隐私或敏感信息,只能脱敏后开放');
  expect(guarded).toContain('第二十四条第三款');
  expect(await gu.press('查询')).toContain('请把方式改为“脱敏”');
  expect(await db.request.count()).toBe(0);
  await gu.say('脱敏');
  expect(await gu.say('顾女士,gu@example.com')).toContain('最晚在2026年3月31日(周二)前答复');
  const number = numberIn(await gu.press('确认提交'));
  const told = (await city.told('he')).at(-1) ?? '';
  for (const words of ['收到一件新的开放申请', '方式:脱敏', '信息项:机构名称、床位数、负责人电话', '第二十四条第二款'])
    expect(told).toContain(words);

  const he = city.as('he');
  expect(await he.say(`处理${number}号开放申请`)).toContain('应不予开放或者脱敏处理后开放');
  await he.say('同意');
  await he.say('只提供遮盖后的电话');
  await he.press('确认提交');
  const { request, events, clocks } = await rowsOf(city, number);
  expect(request).toMatchObject({
    kind: 'open',
    state: 'approved',
    requesterId: 'gu',
    requesterDepartmentId: null,
    openingMethod: 'desensitised',
    decidedById: 'he',
    conditions: '只提供遮盖后的电话',
    receivedOn: '2026-03-17',
  });
  expect(events).toEqual(['1 submitted gu', '2 approved he']);
  expect(clocks).toEqual(['open-answer started 2026-03-17', 'open-answer ended 2026-03-17']);
  expect((await city.told('gu')).at(-1)).toContain('已经同意');
});

test('what is not opened at all is not filed, and a citizen files no share request', async () => {
  const { db } = city.store;
  const gu = city.as('gu');
  const count = await db.request.count();
  expect(await gu.say('我想申请开放婚姻登记信息')).toContain('涉及个人隐私');
  await gu.say('取消');
  expect(await gu.say('我要申请共享婚姻登记信息')).not.toContain('用在什么场景');
  expect(await db.request.count()).toBe(count);
  expect(await db.draft.count({ where: { form: 'file-share-request' } })).toBe(0);
});
