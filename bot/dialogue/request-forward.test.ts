/** The provider changes during the clock: who answers is another, until when is not. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { City } from './chat.fixture.ts';
import { fileShare, openRequestsCity, rowsOf } from './requests-city.fixture.ts';

let city: City;
beforeAll(async () => {
  city = await openRequestsCity();
  for (const id of ['li', 'liu', 'tan']) await city.as(id).say('你好');
});
afterAll(() => city.close());

test('handed on with a reason, answered by the new provider under the first clock; the old one may act no more', async () => {
  const li = city.as('li');
  const number = await fileShare(li);
  const due = '2026年3月16日';
  expect((await city.told('liu')).at(-1)).toContain(due);

  city.later(3);
  const liu = city.as('liu');
  await liu.say(`转交申请 #${number},转给市资规局`);
  expect(await liu.say('机构改革后这项登记已划入资规局')).toContain('请确认');
  expect((await rowsOf(city, number)).request).toMatchObject({ providerDepartmentId: 'minzheng' });
  await liu.press('确认提交');

  expect((await city.told('tan')).at(-1)).toContain(due);
  expect((await city.told('li')).at(-1)).toContain('转交');
  const moved = await rowsOf(city, number);
  expect(moved.request).toMatchObject({ state: 'submitted', providerDepartmentId: 'ziran' });
  expect(moved.clocks.filter((clock) => clock.startsWith('share-answer started'))).toEqual([
    'share-answer started 2026-03-02',
  ]);
  expect(moved.clocks.some((clock) => clock.startsWith('share-answer ended'))).toBe(false);

  await liu.say(`同意 #${number}`);
  expect((await rowsOf(city, number)).request).toMatchObject({ state: 'submitted', decidedById: null });

  const tan = city.as('tan');
  await tan.say(`同意 #${number}`);
  await tan.say('仅限入学核验,不得留存');
  await tan.press('确认提交');
  const answered = await rowsOf(city, number);
  expect(answered.request).toMatchObject({ state: 'approved', decidedById: 'tan', providerDepartmentId: 'ziran' });
  expect(answered.events.at(-1)).toContain('approved tan');
  expect(answered.clocks).toContain('share-answer ended 2026-03-05');
});
