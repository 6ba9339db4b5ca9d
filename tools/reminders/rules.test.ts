/** Each rule on dates worked out by hand: which days, whom, why, until when; and nothing once it is settled. */
import { expect, test } from 'vitest';
import { loadCalendar } from '#tools/deadlines/calendar/load-calendar.ts';
import { createCalendar } from '#tools/deadlines/calendar/calendar.ts';
import { type DutyFact, type Facts, noFacts, type RequestFact } from './facts/facts.ts';
import { mattersOf } from './find-due.ts';
import type { Matter } from './matter.ts';
import { reminderRules } from './rules.ts';

const calendar = loadCalendar(null);
const at = (moment: string): Date => new Date(`${moment}:00+08:00`);

function matters(rule: string, facts: Partial<Facts>, now = at('2026-03-02T09:00')): readonly Matter[] {
  return mattersOf({ ...noFacts, ...facts }, calendar, now)
    .filter((one) => one.rule.name === rule)
    .map(({ matter }) => matter);
}

const days = ([matter]: readonly Matter[]): Record<string, string> =>
  Object.fromEntries((matter?.steps ?? []).map(({ name, on, to }) => [name, `${on} ${to.join('+')}`]));

const request: RequestFact = {
  id: 'r1',
  number: 12,
  kind: 'share',
  state: 'submitted',
  entryName: '婚姻登记信息',
  requesterId: 'li',
  requesterDepartmentId: 'jiaoyu',
  requesterName: '长沙市教育局',
  providerDepartmentId: 'minzheng',
  providerName: '长沙市民政局',
  handlerId: null,
  clocks: [{ limit: 'share-answer', events: [{ kind: 'started', on: '2026-02-10' }], since: at('2026-02-10T10:00') }],
  supplementAskedAt: null,
};

test('an answer due across the Spring Festival is reminded of on working days, the make-up Saturdays among them', () => {
  const found = matters('answer-due', { requests: [request] });
  // Received on 10 February 2026; the holiday is 15 to 23 February, 14 and 28 February are worked.
  expect(found).toMatchObject([
    { until: '2026-03-02', article: '第二十二条第二款', binding: true, departmentId: 'minzheng', provisional: false },
  ]);
  expect(days(found)).toEqual({
    'T-5': '2026-02-24 handler',
    'T-3': '2026-02-26 handler',
    'T-1': '2026-02-28 handler+lead',
    T0: '2026-03-02 handler+lead',
    'T+1': '2026-03-03 handler+lead+bureau',
  });
});

test.each(['approved', 'refused', 'withdrawn', 'closed', 'provided'] as const)(
  'an answer is not asked for any more once the request is %s',
  (state) => {
    expect(matters('answer-due', { requests: [{ ...request, state }] })).toEqual([]);
  },
);

test('an extension begins the ladder anew, a date moved by a holiday notice does not', () => {
  const [{ events } = { events: [] }] = request.clocks;
  const extended = {
    ...request,
    clocks: [
      {
        limit: 'share-answer',
        since: at('2026-02-10T10:00'),
        events: [
          ...events,
          { kind: 'extended' as const, on: '2026-02-26', days: 5, reason: '数据量大', consented: true, notified: true },
        ],
      },
    ],
  };
  const [before] = matters('answer-due', { requests: [request] });
  const [after] = matters('answer-due', { requests: [extended] });
  expect(after?.until).toBe('2026-03-09');
  expect(after?.round).not.toBe(before?.round);
});

test('agreed sharing is reminded of towards the 20 working days of higher law', () => {
  const clock = {
    limit: 'share-provision',
    events: [{ kind: 'started', on: '2026-03-02' }] as const,
    since: at('2026-03-02T10:00'),
  };
  const found = matters('provision-due', { requests: [{ ...request, state: 'approved', clocks: [clock] }] });
  expect(found).toMatchObject([{ until: '2026-03-30', article: '《政务数据共享条例》第二十二条第一款' }]);
  expect(days(found)['T-5']).toBe('2026-03-23 handler');
});

test('a supplement is asked for three times and then no more', () => {
  const asked = { ...request, state: 'supplement_asked' as const, supplementAskedAt: at('2026-03-05T16:00') };
  const found = matters('supplement-unanswered', { requests: [asked] });
  expect(found).toMatchObject([{ personId: 'li', departmentId: 'jiaoyu', binding: false }]);
  expect(days(found)).toEqual({ '2d': '2026-03-09 handler', '4d': '2026-03-11 handler', '6d': '2026-03-13 handler' });
});

const duty: DutyFact = {
  id: 'd1',
  number: 3,
  kind: 'catalog_update',
  departmentId: 'minzheng',
  departmentName: '长沙市民政局',
  title: '《婚姻登记条例》修订后更新目录',
  occurredOn: '2026-03-02',
  dueOn: null,
  openedAt: at('2026-03-03T09:00'),
  openedById: 'liu',
  clocks: [],
  milestones: [],
};

test('a catalog update is reminded of by the stricter of the two limits', () => {
  const clock = {
    limit: 'catalog-update',
    events: [{ kind: 'started', on: '2026-03-02' }] as const,
    since: at('2026-03-03T09:00'),
  };
  const found = matters('catalog-update-due', { duties: [{ ...duty, clocks: [clock] }] });
  expect(found).toMatchObject([{ until: '2026-03-16', article: '《政务数据共享条例》第十七条第二款' }]);
});

test('a last day on a Sunday is reminded of on the Friday before and found overdue on the Monday', () => {
  const found = matters('rectification-due', { duties: [{ ...duty, kind: 'rectification', dueOn: '2026-03-22' }] });
  expect(days(found)).toEqual({
    'T-5': '2026-03-13 handler',
    'T-3': '2026-03-17 handler',
    'T-1': '2026-03-19 handler+lead',
    T0: '2026-03-20 handler+lead',
    'T+1': '2026-03-23 handler+lead+bureau',
  });
});

test('milestones of a project are reminded of one by one, those reached are not', () => {
  const milestones = [
    { name: '编制发布信息资源目录', on: '2026-04-01', done: true, article: '第十三条第一款' },
    { name: '汇聚挂接数据资源', on: '2026-06-30', done: false, article: '第十三条第二款' },
  ];
  const found = matters('project-milestone', { duties: [{ ...duty, kind: 'project', milestones }] });
  expect(found.map(({ until, article, personId }) => [until, article, personId])).toEqual([
    ['2026-06-30', '第十三条第二款', 'liu'],
  ]);
});

test.each([
  ['weekly', '2026-03-02', '2026-03-09'],
  ['monthly', '2026-01-31', '2026-02-28'],
  ['quarterly', '2026-01-15', '2026-04-15'],
  ['half_yearly', '2025-09-02', '2026-03-02'],
  // 2 May 2026 is a holiday: told when work begins again.
  ['yearly', '2025-05-02', '2026-05-06'],
] as const)('data refreshed %s, last on %s, are due again on %s', (updateCycle, dataUpdatedOn, first) => {
  const entry = { id: 'e1', name: '婚姻登记信息', departmentId: 'minzheng', updateCycle, dataUpdatedOn };
  const found = matters('update-cycle', { entries: [entry] });
  expect(found[0]?.steps.map(({ on }) => on)[0]).toBe(first);
  expect(found[0]?.steps).toHaveLength(3);
});

test('an idle draft is asked about twice, its owner alone', () => {
  const found = matters('draft-idle', {
    drafts: [{ id: 'x', name: '婚姻登记信息', ownerId: 'li', updatedAt: at('2026-03-02T15:00') }],
  });
  expect(found).toMatchObject([{ personId: 'li', departmentId: null, offers: [{ draft: 'x' }] }]);
  expect(days(found)).toEqual({ '3d': '2026-03-05 handler', '10d': '2026-03-16 handler' });
});

test('of a campaign a department hears what it still owes, its lead from the beginning where the signature is missing', () => {
  const list = {
    submissionId: 's1',
    campaignId: 'c1',
    year: 2026,
    dueOn: '2026-11-30',
    departmentId: 'minzheng',
    department: '长沙市民政局',
    returnReason: null,
    late: false,
    openedAt: at('2026-09-01T09:00'),
  };
  const found = matters('list-campaign', {
    lists: [
      { ...list, list: 'sharing', stage: 'draft', waitsFor: 'officer' },
      { ...list, list: 'opening', stage: 'prepared', waitsFor: 'lead' },
    ],
  });
  expect(found).toHaveLength(1);
  expect(found[0]).toMatchObject({ until: '2026-11-30', article: '第二十五条第一款' });
  expect(found[0]?.what).toBe('长沙市民政局2026年的共享清单还没有填报,开放清单等待负责人签发');
  expect(days(found)['T-10']).toBe('2026-11-16 handler+lead');
  expect(found[0]?.offers.map((offer) => ('tool' in offer ? offer.tool : ''))).toEqual([
    'sign-lists',
    'show-list',
    'confirm-lists-unchanged',
  ]);
});

test('the bureau is asked for next year’s holiday notice until it is there', () => {
  const found = matters('holiday-notice-missing', {}, at('2026-11-10T09:00'));
  expect(days(found)).toEqual({
    '0d': '2026-11-02 bureau',
    '10d': '2026-11-13 bureau',
    '30d': '2026-12-11 bureau',
    begun: '2027-01-04 bureau',
  });
  const noticed = createCalendar([
    ...calendar.noticesOf(2026),
    { year: 2027, revision: 1, title: '2027', papers: [], days: [{ date: '2027-01-01', name: '元旦', off: true }] },
  ]);
  const left = mattersOf(noFacts, noticed, at('2026-11-10T09:00')).filter(
    ({ rule }) => rule.name === 'holiday-notice-missing',
  );
  expect(left).toEqual([]);
});

test('the regulation’s last day is announced to the bureau from 180 days before', () => {
  const found = matters('regulation-expiring', {
    regulations: [
      { id: 'changsha-2021-80', title: '长沙市政务数据资源管理办法', inForceTo: '2027-01-31', article: '第四十一条' },
    ],
  });
  expect(days(found)['180d']).toBe('2026-08-04 bureau');
  expect(days(found)['0d']).toBe('2027-01-29 bureau');
});

test('no rule reminds without end, and each has a name of its own', () => {
  const clock = {
    limit: 'share-answer',
    events: [{ kind: 'started', on: '2026-03-02' }] as const,
    since: at('2026-03-02T10:00'),
  };
  const all = mattersOf(
    {
      ...noFacts,
      requests: [{ ...request, clocks: [clock] }],
      duties: [{ ...duty, kind: 'rectification', dueOn: '2026-03-22' }],
      regulations: [{ id: 'x', title: 'x', inForceTo: '2027-01-31', article: null }],
    },
    calendar,
    at('2026-11-10T09:00'),
  );
  expect(all.length).toBeGreaterThan(2);
  for (const { matter } of all) expect(matter.steps.length).toBeLessThanOrEqual(6);
  expect(new Set(reminderRules.map(({ name }) => name)).size).toBe(reminderRules.length);
});
