import { afterAll, beforeAll, expect, test } from 'vitest';
import type { City } from '../chat.fixture.ts';
import { at, fileShare, openRequestsCity, rowsOf } from '../requests-city.fixture.ts';

let city: City;
let number: number;
beforeAll(async () => {
  city = await openRequestsCity();
  for (const id of ['li', 'liu']) await city.as(id).say('你好');
  at(city, '2026-09-25');
  number = await fileShare(city.as('li'));
});
afterAll(() => city.close());

test.each([
  ['为什么是这一天', '计入:9月28日至30日(3天)、10月8日至9日(2天)、10月10日(周六,国庆节调休上班)、10月12日至15日(4天)'],
  ['哪几天没算', '不计:9月26日至27日(中秋节放假)、10月1日至7日(国庆节放假)、10月11日(周末)'],
  ['那省里的规定呢', '省里的规定我这里没有收录。国家层面是国务院《政务数据共享条例》第二十一条第一款:10个工作日'],
  ['能不能晚几天', '允许经主管部门同意并告知申请部门后延长最多10个工作日,即最晚2026年10月29日(周四)'],
])('the provider, just told of the request, asks %s', async (question, words) => {
  at(city, '2026-09-28');
  const liu = city.as('liu');
  // The notice of the request was the last thing here, or its status is.
  await liu.say(`${number}号申请到哪一步了`);
  const said = await liu.say(question);
  expect(said).toContain(`#${number} 共享申请“婚姻登记信息”`);
  expect(said).toContain('最晚在2026年10月15日(周四)答复');
  expect(said).toContain('提供部门应当在收到申请后10个工作日内予以确认答复');
  expect(said).toContain(words);
});

test('nobody answers: first whom to call, once overdue the bureau, at one press', async () => {
  at(city, '2026-10-12');
  const li = city.as('li');
  await li.say(`${number}号申请到哪一步了`);
  const early = await li.say('对方不理我怎么办');
  expect(early).toContain('还剩3个工作日');
  expect(early).toContain('直接联系长沙市民政局');
  at(city, '2026-10-16');
  await li.say(`${number}号申请到哪一步了`);
  const late = await li.say('他们一直不答复怎么办');
  expect(late).toContain('已超期1个工作日');
  expect(late).toContain('第六条第二款');
  await li.press('请市数据资源局协调');
  await li.say('跳过');
  await li.press('确认提交');
  expect((await rowsOf(city, number)).events).toEqual(['1 submitted li', '2 coordination_asked li']);
  await li.say(`${number}号申请到哪一步了`);
  expect(await li.say('没人理怎么办')).toContain('已经请市数据资源局协调');
});

test('without a request spoken of, and of a request one may not see, the question goes to the regulation', async () => {
  const tan = city.as('tan');
  await tan.say('你好');
  const asked = city.asked.length;
  expect(await tan.say('对方不理我怎么办')).toContain('答:对方不理我怎么办');
  await tan.say(`#${number} 到哪一步了`);
  expect(await tan.say('为什么是这一天')).not.toContain('婚姻登记信息');
  expect(city.asked.length).toBeGreaterThan(asked);
});
