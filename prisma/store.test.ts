/** What every back end must do, run on whichever one the tests were started for. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshStore } from './test-store.ts';
import type { Store } from './store.ts';

let store: Store;
beforeAll(async () => {
  store = await freshStore();
});
afterAll(() => store.close());

const now = new Date('2026-03-02T01:02:03.004Z');

test('keeps an instant to the millisecond, whatever the time zone of the session', async () => {
  await store.db.setting.create({ data: { key: 'instant', value: 1, updatedAt: now } });
  const found = await store.db.setting.findUniqueOrThrow({ where: { key: 'instant' } });
  expect(found.updatedAt).toEqual(now);
  const { rows } = await store.pool.query(`SELECT "updatedAt"::text AS at FROM "Setting" WHERE key = 'instant'`);
  expect(rows).toEqual([{ at: '2026-03-02 01:02:03.004+00' }]);
});

test('stores sharing types, cycles and formats as their official codes', async () => {
  const department = await store.db.department.create({ data: { name: '长沙市民政局', createdAt: now } });
  const entry = await store.db.catalogEntry.create({
    data: { departmentId: department.id, kind: 'data', createdAt: now },
  });
  const version = await store.db.catalogVersion.create({
    data: {
      entryId: entry.id,
      number: 1,
      state: 'published',
      name: '婚姻登记信息',
      createdAt: now,
      sharingType: 'conditional',
      openingType: 'withheld',
      updateCycle: 'monthly',
      formatCategory: 'database',
      sharingMethods: ['result_verification', 'service_call'],
      items: { create: [{ position: 1, name: '登记日期', type: '日期型' }] },
    },
    include: { items: true },
  });
  expect(version).toMatchObject({
    sharingType: 'conditional',
    sharingMethods: ['result_verification', 'service_call'],
  });
  const { rows } = await store.pool.query(
    `SELECT "sharingType", "openingType", "updateCycle", "formatCategory" FROM "CatalogVersion"`,
  );
  expect(rows).toEqual([{ sharingType: '2', openingType: '3', updateCycle: '4', formatCategory: '3' }]);
});
