import { afterAll, beforeAll, expect, test } from 'vitest';
import { bulkInsert, type BulkRows } from './bulk-insert.ts';
import { freshStore } from './test-store.ts';
import type { Store } from './store.ts';

let store: Store;
beforeAll(async () => {
  store = await freshStore();
  await store.db.department.create({ data: { id: 'd', name: '长沙市民政局', createdAt: now } });
});
afterAll(() => store.close());

const now = new Date('2026-03-02T01:02:03.004Z');

test('writes the same rows as createMany', async () => {
  const entry = (id: string) => ({ id, departmentId: 'd', kind: 'data' as const, createdAt: now });
  const version = (entryId: string): BulkRows['CatalogVersion'] => ({
    id: `${entryId}-v1`,
    entryId,
    number: 1,
    state: 'published',
    name: '婚姻登记信息"\\ 甲',
    summary: null,
    sharingType: 'conditional',
    openingType: 'withheld',
    updateCycle: 'half_yearly',
    formatCategory: 'database',
    sharingMethods: ['result_verification', 'data_push'],
    keywords: ['结婚', 'a,b'],
    createdAt: now,
  });
  const written = await store.db.$transaction(async (tx) => {
    await tx.catalogEntry.createMany({ data: [entry('one')] });
    await tx.catalogVersion.createMany({ data: [version('one')] });
    return [
      await bulkInsert(tx, 'CatalogEntry', [entry('bulk')]),
      await bulkInsert(tx, 'CatalogVersion', [version('bulk')]),
      await bulkInsert(tx, 'DataItem', [{ versionId: 'bulk-v1', position: 1, name: '姓名', personal: true }]),
      await bulkInsert(tx, 'LegalBasis', []),
    ];
  });
  expect(written).toEqual([1, 1, 1, 0]);
  const read = (id: string) =>
    store.db.catalogVersion.findUniqueOrThrow({ where: { id }, omit: { id: true, entryId: true } });
  expect(await read('bulk-v1')).toEqual(await read('one-v1'));
});

test('is undone with its transaction', async () => {
  const attempt = store.db.$transaction(async (tx) => {
    await bulkInsert(tx, 'CatalogEntry', [{ id: 'gone', departmentId: 'd', kind: 'data', createdAt: now }]);
    await bulkInsert(tx, 'CatalogEntry', [{ id: 'orphan', departmentId: 'nowhere', kind: 'data', createdAt: now }]);
  });
  await expect(attempt).rejects.toThrow('CatalogEntry_departmentId_fkey');
  expect(await store.db.catalogEntry.findUnique({ where: { id: 'gone' } })).toBeNull();
});
