/** Several people at the same list and at the same campaign at the same moment: whoever wins, the rows agree. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { RequestCity } from '#tools/requests/requests.fixture.ts';
import { z } from 'zod';
import { confirmLists } from './confirm-lists.ts';
import { consolidateLists } from './consolidate-lists.ts';
import { missingLists } from './missing-lists.ts';
import { openCampaign } from './open-campaign.ts';
import { signLists } from './sign-lists.ts';
import { submitLists } from './submit-lists.ts';

let city: RequestCity;
beforeAll(async () => {
  city = await RequestCity.open();
  const { db } = city.store;
  // The conditional entry of the fixture says no condition.
  await db.catalogVersion.update({ where: { id: 'schools-v1' }, data: { sharingBasis: '仅限入学使用' } });
  city.at('2026-03-02');
});
afterAll(() => city.store.close());

const all = (departmentId: string) => ({ departmentId, lists: 'all' as const });
const listOf = (departmentId: string) =>
  city.store.db.listSubmission.findMany({
    where: { departmentId },
    include: { events: { orderBy: { sequence: 'asc' } } },
  });

test('a campaign opened twice at once is opened once', async () => {
  const outcomes = await Promise.allSettled([
    city.attempt('zhou', openCampaign, { dueOn: '2026-04-30' }, 'twice-a'),
    city.attempt('zhou', openCampaign, { dueOn: '2026-04-30' }, 'twice-b'),
  ]);
  const kinds = outcomes.map((one) => (one.status === 'fulfilled' ? one.value.kind : 'fault'));
  expect(kinds.toSorted()).toEqual(['done', 'refused']);
  expect(await city.store.db.listCampaign.count()).toBe(1);
  expect(await city.store.db.listSubmission.count()).toBe(12);
});

test('two signatures at once: one counts, the other is refused, and one run under one key is one run', async () => {
  await city.run('li', submitLists, all('jiaoyu'));
  const [one, other] = await Promise.all([
    city.attempt('wang', signLists, all('jiaoyu'), 'sign-a'),
    city.attempt('wang', signLists, all('jiaoyu'), 'sign-b'),
  ]);
  expect([one.kind, other.kind].toSorted()).toEqual(['done', 'refused']);
  const refusal = [one, other].flatMap((outcome) => (outcome.kind === 'refused' ? outcome.refusal.code : []));
  expect(['LIST_STAGE', 'LIST_MOVED_ON']).toContain(refusal[0]);
  const repeated = await city.attempt('wang', signLists, all('jiaoyu'), one.kind === 'done' ? 'sign-a' : 'sign-b');
  expect(repeated).toMatchObject({ kind: 'done', repeated: true });
  for (const { events, version } of await listOf('jiaoyu')) {
    expect(events.map(({ kind }) => kind)).toEqual(['opened', 'prepared', 'signed']);
    expect(version).toBe(2);
  }
});

test('a list confirmed while the lists are put together is either in it, or makes another consolidation necessary', async () => {
  await city.run('zhou', confirmLists, all('jiaoyu'));
  await city.run('he', submitLists, { departmentId: 'minzheng', lists: 'scenarios' });
  await city.run('chen', signLists, { departmentId: 'minzheng', lists: 'scenarios' });
  await Promise.all([
    city.attempt('zhou', confirmLists, all('minzheng'), 'confirm'),
    city.attempt('zhou', consolidateLists, {}, 'consolidate'),
  ]);
  const { db } = city.store;
  const campaign = await db.listCampaign.findFirstOrThrow({
    include: { events: { where: { submissionId: null, kind: 'consolidated' } } },
  });
  const totals = z.object({ totals: z.object({ scenarios: z.object({ departments: z.number() }) }) });
  const counted = totals.parse(campaign.events[0]?.payload).totals.scenarios.departments;
  const confirmed = await db.listSubmission.count({ where: { list: 'scenarios', state: 'confirmed' } });
  expect(confirmed).toBe(2);
  expect([campaign.state, counted]).toEqual(campaign.state === 'open' ? ['open', 1] : ['consolidated', 2]);
});

test('what is missing waits for the officer or the lead, by department and list', async () => {
  const rows = await missingLists(city.store.db, { now: city.clock, departmentIds: ['minzheng'] });
  expect(rows.map(({ list, stage, waitsFor, late }) => `${list} ${stage} ${waitsFor} ${late}`)).toEqual([
    'sharing draft officer false',
    'opening draft officer false',
  ]);
  expect(
    await missingLists(city.store.db, { now: city.clock, list: 'scenarios', departmentIds: ['minzheng'] }),
  ).toEqual([]);
  const later = new Date('2026-05-01T01:00:00Z');
  expect((await missingLists(city.store.db, { now: later })).every(({ late }) => late)).toBe(true);
});
