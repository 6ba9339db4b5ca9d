/** The demo city's lists are what the tools would have made of its catalogs, and show a campaign with departments at each stage. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seed } from '#prisma/seed.ts';
import type { Store } from '#prisma/store.ts';
import { freshStore } from '#prisma/test-store.ts';
import { compareRows, isSame } from './compare-rows.ts';
import { requireCampaign } from './current-campaign.ts';
import { lastYears } from './last-year.ts';
import { listGaps } from './list-gaps.ts';
import { listRowsSchema } from './list-row.ts';
import { mergeRows } from './merge-rows.ts';
import { missingLists } from './missing-lists.ts';
import { progressOf } from './progress.ts';
import { proposedRows } from './proposed-rows.ts';

const now = new Date('2026-11-25T02:00:00Z');
let store: Store;
beforeAll(async () => {
  store = await freshStore();
  await seed(store.db, now);
});
afterAll(() => store.close());

test('its lists are those that opening the campaign would have given', async () => {
  const campaign = await requireCampaign(store.db);
  expect(campaign).toMatchObject({ year: 2026, state: 'open', dueOn: '2026-11-21' });
  const last = await lastYears(store.db, 2026);
  const proposals = await proposedRows(store.db, { on: '2026-11-25' });
  const rows = await store.db.listSubmission.findMany({ where: { campaignId: campaign.id } });
  expect(rows.length).toBeGreaterThan(120);
  for (const { departmentId, list, state, unchanged, rows: stored } of rows) {
    const lines = listRowsSchema.parse(stored);
    const before = last(departmentId, list)?.rows ?? [];
    const proposed = proposals(departmentId)[list];
    expect([departmentId, list, lines]).toEqual([departmentId, list, mergeRows(before, proposed)]);
    const lacking = listGaps(list, lines, proposed).filter(({ kind }) => kind === 'incomplete');
    // What has been handed on is complete, and what is said to be unchanged is.
    expect([departmentId, list, state === 'draft' ? [] : lacking]).toEqual([departmentId, list, []]);
    const differs = !isSame(compareRows(list, before, lines));
    expect([departmentId, unchanged && differs]).toEqual([departmentId, false]);
  }
});

test('shows every stage, lists that are late and one that was returned', async () => {
  const progress = await progressOf(store.db, await requireCampaign(store.db), now);
  expect(new Set(progress.map(({ state }) => state))).toEqual(
    new Set(['draft', 'prepared', 'signed', 'returned', 'confirmed']),
  );
  expect(progress.filter(({ state, late }) => state === 'signed' && late).length).toBeGreaterThan(0);
  expect(progress.filter(({ late }) => !late).length).toBeGreaterThan(20);
  expect(
    (await missingLists(store.db, { now, list: 'opening' })).find(({ stage }) => stage === 'returned'),
  ).toMatchObject({
    department: '长沙市民政局',
    waitsFor: 'officer',
    late: true,
    returnReason: expect.stringContaining('养老机构') as string,
  });
});
