import { afterAll, beforeAll, expect, test } from 'vitest';
import type { City } from './chat.fixture.ts';
import { at, fileShare, openRequestsCity, rowsOf } from './requests-city.fixture.ts';

let city: City;
beforeAll(async () => {
  city = await openRequestsCity();
  await city.as('liu').say('你好');
});
afterAll(() => city.close());

test.each([
  {
    what: 'in the days off of May',
    day: '2026-05-03',
    entry: '婚姻登记信息',
    items: '登记类别',
    due: '最晚2026年5月18日(周一)答复',
    counted: '计入:5月6日至8日(3天)、5月9日(周六,劳动节调休上班)、5月11日至15日(5天)、5月18日',
    skipped: '不计:5月4日至5日(劳动节放假)、5月10日(周末)、5月16日至17日(周末)',
  },
  {
    what: 'on a make-up Saturday, late in the evening',
    day: '2026-10-10',
    entry: '城乡低保对象信息',
    items: '保障类别',
    due: '最晚2026年10月23日(周五)答复',
    counted: '计入:10月12日至16日(5天)、10月19日至23日(5天)',
    skipped: '不计:10月11日(周末)、10月17日至18日(周末)',
  },
])(
  'received $what: that day is day 0, and everybody reads which days counted',
  async ({ day, entry, items, ...words }) => {
    at(city, day, '22:40');
    const li = city.as('li');
    const number = await fileShare(li, { entry, items });
    const { request, clocks } = await rowsOf(city, number);
    expect(request).toMatchObject({ state: 'submitted', receivedOn: day });
    expect(clocks).toEqual([`share-answer started ${day}`]);
    expect(li.words).toContain(words.due);
    const told = (await city.told('liu')).at(-1) ?? '';
    for (const part of [words.due, words.counted, words.skipped]) expect(told).toContain(part);
  },
);
