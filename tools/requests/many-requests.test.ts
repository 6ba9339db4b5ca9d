import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Prisma } from '#prisma/generated/client.ts';
import { addDays } from '#tools/deadlines/iso-date.ts';
import { exportDeadlines } from './export-deadlines.ts';
import { findRequests } from './find-requests.ts';
import { listOverdue } from './list-overdue.ts';
import { myWork } from './my-work.ts';
import { type PersonId, RequestCity } from './requests.fixture.ts';
import type { WorkPage } from './work-item.ts';

let city: RequestCity;
const count = 3_000;
/** Received over ninety days up to 30 June 2026, in no order of their numbers; every tenth is answered and provided. */
const received = (index: number): string => addDays('2026-04-02', (index * 37) % 90);
const idOf = (index: number): string => `many-${String(index).padStart(4, '0')}`;
const done = (index: number): boolean => index % 10 === 9;

beforeAll(async () => {
  city = await RequestCity.open();
  const at = (index: number): Date => new Date(`${received(index)}T02:00:00Z`);
  const indexes = Array.from({ length: count }, (_, index) => index);
  const { db } = city.store;
  await db.request.createMany({
    data: indexes.map((index): Prisma.RequestCreateManyInput => ({
      kind: 'share',
      scenario: '公租房审核',
      items: ['登记类别'],
      id: idOf(index),
      number: index + 1,
      state: done(index) ? 'provided' : 'submitted',
      entryId: index % 2 === 0 ? 'marriage' : 'schools',
      versionId: index % 2 === 0 ? 'marriage-v1' : 'schools-v1',
      requesterId: 'tan',
      requesterDepartmentId: 'zhujian',
      providerDepartmentId: index % 2 === 0 ? 'minzheng' : 'jiaoyu',
      submittedAt: at(index),
      receivedOn: received(index),
      ...(done(index) && { providedAt: at(index), decidedById: 'liu', decidedAt: at(index) }),
    })),
  });
  await db.requestEvent.createMany({
    data: indexes.map((index) => ({
      id: `${idOf(index)}-e`,
      requestId: idOf(index),
      sequence: 1,
      kind: 'submitted',
      actorId: 'tan',
      departmentId: 'zhujian',
      at: at(index),
    })),
  });
  await db.deadlineEvent.createMany({
    data: indexes.flatMap((index) =>
      (done(index) ? (['started', 'ended'] as const) : (['started'] as const)).map((kind) => ({
        id: `${idOf(index)}-${kind}`,
        requestId: idOf(index),
        limit: 'share-answer',
        kind,
        on: received(index),
        reason: kind === 'ended' ? '提供' : null,
        at: at(index),
      })),
    ),
  });
  city.at('2026-07-01');
});
afterAll(() => city.store.close());

async function allPages(who: PersonId, tool: typeof myWork): Promise<readonly WorkPage[]> {
  const first = await city.run(who, tool, {});
  const pages = [first];
  for (let page = 2; page <= first.pages; page += Math.max(1, Math.floor(first.pages / 6)))
    pages.push(await city.run(who, tool, { page }));
  return pages;
}

test('every page of the work is in the order of the clock, and none is left out', async () => {
  const [first, ...rest] = await allPages('liu', myWork);
  // Every even one is of minzheng; the ninth of each ten is odd.
  expect(first).toMatchObject({ total: 1_500, page: 1, pages: 188 });
  expect(first?.items).toHaveLength(8);
  let before = first;
  for (const page of rest) {
    const last = before?.items.at(-1);
    const next = page.items[0];
    expect((last?.dueOn ?? '') <= (next?.dueOn ?? '')).toBe(true);
    const days = page.items.map(({ dueOn }) => dueOn ?? '');
    expect(days).toEqual(days.toSorted());
    before = page;
  }
  const beyond = await city.run('liu', myWork, { page: 9_999 });
  expect(beyond).toMatchObject({ page: 188, pages: 188 });
  expect(beyond.items).toHaveLength(4);
  const { ics, count: deadlines } = await city.run('liu', exportDeadlines, {});
  expect(deadlines).toBe(1_500);
  expect(ics.match(/^UID:/gm)).toHaveLength(1_500);
});

test('whoever is overdue is counted over all of them, the longest overdue first', async () => {
  const { total, items } = await city.run('zhou', listOverdue, {});
  const open = await city.store.db.request.findMany({ where: { state: 'submitted' }, select: { receivedOn: true } });
  // The tenth working day after 15 June 2026 (Dragon Boat Festival on the 19th) is the 30th.
  expect(total).toBe(open.filter(({ receivedOn }) => receivedOn <= '2026-06-15').length);
  expect(items[0]).toMatchObject({ dueOn: '2026-04-17', overdue: true });
  expect((await city.run('chen', listOverdue, {})).total).toBeLessThan(total);
  expect((await city.run('li', listOverdue, { page: 2 })).page).toBe(2);
});

test('one among thousands is found by its number, its name and its day', async () => {
  const looking = { actor: city.actor('zhou'), now: city.clock, db: city.store.db };
  expect((await findRequests('#2999', 'any', looking)).rows.map(({ id }) => id)).toEqual([idOf(2_998)]);
  const named = await findRequests('婚姻登记信息', 'any', looking);
  expect(named).toMatchObject({ certain: false });
  expect(named.rows.map(({ number }) => number)).toEqual([2_999, 2_997, 2_995, 2_993, 2_991, 2_989, 2_987, 2_985]);
  const lastWeek = await findRequests('上周那个', 'any', looking);
  expect(lastWeek.rows.every(({ receivedOn }) => receivedOn >= '2026-06-22' && receivedOn <= '2026-06-28')).toBe(true);
  expect(lastWeek.rows).toHaveLength(8);
});
