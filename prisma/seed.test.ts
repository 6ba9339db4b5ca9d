import { afterAll, beforeAll, expect, test } from 'vitest';
import { seed } from './seed.ts';
import { freshStore } from './test-store.ts';
import type { Store } from './store.ts';

let store: Store;
beforeAll(async () => {
  store = await freshStore();
});
afterAll(() => store.close());

const now = new Date('2026-03-02T02:00:00Z');

test('the city is loaded once, also when two replicas load it together', async () => {
  const loaded = await Promise.all([seed(store.db, now), seed(store.db, now)]);
  expect(new Set(loaded)).toEqual(new Set([true, false]));
  expect(await seed(store.db, new Date('2026-03-03T02:00:00Z'))).toBe(false);
  expect(await store.db.catalogEntry.count()).toBeGreaterThanOrEqual(160);
});

test('shows clocks that have just begun, are nearly over and are overdue', async () => {
  const running = await store.db.request.findMany({
    where: { state: 'submitted', kind: 'share' },
    orderBy: { receivedOn: 'asc' },
    select: { receivedOn: true, deadlineEvents: { select: { kind: true, limit: true, on: true } } },
  });
  for (const { receivedOn, deadlineEvents } of running) {
    expect(deadlineEvents).toEqual([{ kind: 'started', limit: 'share-answer', on: receivedOn }]);
  }
  const days = running.map(({ receivedOn }) => receivedOn);
  // 10 working days before 2026-03-02 is 2026-02-10: the Spring Festival lies between.
  expect(days.filter((day) => day < '2026-02-10')).not.toHaveLength(0);
  expect(days.at(-1)).toBe('2026-03-02');
});

test('a published entry with a history has its earlier version superseded', async () => {
  const versions = await store.db.catalogVersion.findMany({
    where: { entry: { departmentId: 'demo-minzheng' }, name: '婚姻登记信息' },
    orderBy: { number: 'asc' },
    select: { number: true, state: true, updateCycle: true },
  });
  expect(versions).toEqual([
    { number: 1, state: 'superseded', updateCycle: 'weekly' },
    { number: 2, state: 'published', updateCycle: 'daily' },
  ]);
});
