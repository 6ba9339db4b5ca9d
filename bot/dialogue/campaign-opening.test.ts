/** A year is opened in one sentence: its number and its last day are taken from it, whichever way they are said. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { valuesOf, type City } from './chat.fixture.ts';
import { openRequestsCity } from './requests-city.fixture.ts';

let city: City;
beforeAll(async () => {
  city = await openRequestsCity();
});
afterAll(() => city.close());

test.each([
  ['开展2027年三张清单更新，2027年12月20日前报送', { year: 2027, dueOn: '2027-12-20' }],
  ['发起三张清单更新,年度2027,截止2027年12月20日', { year: 2027, dueOn: '2027-12-20' }],
  ['开展三张清单更新，12月20日前报送', { dueOn: '2026-12-20' }],
])('%s', async (words, values) => {
  const bureau = city.as('zhou');
  expect(await bureau.say(words)).toContain('请确认');
  const draft = await city.store.db.draft.findFirst({ where: { ownerId: 'zhou', state: 'confirming' } });
  expect(valuesOf(draft)).toEqual(values);
  await bureau.say('取消');
  expect(await city.store.db.listCampaign.count()).toBe(0);
});
