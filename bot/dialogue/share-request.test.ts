import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerShareRequest } from '#tools/requests/answer-share-request.ts';
import { fileShareRequest } from '#tools/requests/file-share-request.ts';
import { showRequest } from '#tools/requests/show-request.ts';
import { City } from './chat.fixture.ts';

let city: City;
beforeAll(async () => {
  city = await City.open([fileShareRequest, answerShareRequest, showRequest]);
  const { db } = city.store;
  await db.catalogEntry.create({
    data: {
      id: 'marriage',
      departmentId: 'minzheng',
      kind: 'data',
      createdAt: city.clock,
      versions: {
        create: {
          number: 1,
          state: 'published',
          name: '婚姻登记信息',
          sharingType: 'conditional',
          sharingBasis: '仅限行政审批核验使用',
          sharingMethods: ['result_verification', 'service_call'],
          createdAt: city.clock,
          items: { create: ['男方姓名', '女方姓名', '登记类别'].map((name, index) => ({ position: index + 1, name })) },
        },
      },
    },
  });
});
afterAll(() => city.close());

test('from the wish to the answer: candidates, method proposed, summary with the last day, the reason sent back, once', async () => {
  const { db } = city.store;
  const li = city.as('li');
  const opened = await li.say('我要申请共享婚姻登记信息');
  expect(opened).toContain('目录列明的条件:仅限行政审批核验使用');
  expect(opened).toContain('用在什么场景');
  expect(await li.say('随迁子女入学监护关系核验')).toContain('建议用“结果核验”');
  await li.say('2026年秋季入学申请人的监护人');
  await li.say('《中华人民共和国义务教育法》第十二条');
  await li.say('登记类别');
  await li.say('结果核验');
  const summary = await li.say('2026年12月31日');
  expect(summary).toContain('最晚在2026年3月16日(周一)前答复');
  expect(await db.request.count()).toBe(0);
  await li.press('确认提交');
  const request = await db.request.findFirstOrThrow();
  expect(request).toMatchObject({
    state: 'submitted',
    entryId: 'marriage',
    items: ['登记类别'],
    receivedOn: '2026-03-02',
  });

  const liu = city.as('liu');
  await liu.say('不同意1号申请');
  expect(await liu.say('超出最小够用范围')).toContain('具体理由');
  expect(await liu.say('经研究,不同意共享')).toContain('只说了不同意');
  await liu.say('登记类别超出入学核验需要,户籍信息已经够用');
  expect(await liu.say('有关规定')).toContain('不能作为依据');
  expect(await liu.say('依据改成《长沙市政务数据资源管理办法》第二十一条第二款')).toContain('请确认');
  expect((await db.request.findFirstOrThrow()).state).toBe('submitted');
  const press = liu.button('确认提交') ?? '';
  await Promise.all([liu.press(press), liu.press(press)]);
  expect(await db.request.findFirstOrThrow()).toMatchObject({ state: 'refused', decidedById: 'liu', version: 1 });
  expect(await db.requestEvent.count()).toBe(2);
  expect((await city.told('li')).at(-1)).toContain('没有得到同意');

  // What can be done next stands beside it: the same use again, the items and the way anew.
  expect(await li.say('#1 到哪一步了')).toContain('登记类别超出入学核验需要');
  expect(await li.press('重新申请')).toContain('需要哪些信息项');
  await li.say('登记类别');
  expect(await li.say('结果核验')).toContain('随迁子女入学监护关系核验');
  await li.press('确认提交');
  expect(await db.request.findMany({ select: { number: true, state: true }, orderBy: { number: 'asc' } })).toEqual([
    { number: 1, state: 'refused' },
    { number: 2, state: 'submitted' },
  ]);
});
