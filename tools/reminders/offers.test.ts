/** The buttons of reminders open tools that there are, with fields those know. */
import { expect, test } from 'vitest';
import { loadCalendar } from '#tools/deadlines/calendar/load-calendar.ts';
import { tools } from '#tools/tools.ts';
import { composeDigest } from './compose-digest.ts';
import { mattersOf } from './find-due.ts';
import type { Facts } from './facts/facts.ts';

const calendar = loadCalendar(null);
const now = new Date('2026-11-10T01:00:00Z');
const clock = (limit: string) => ({ limit, events: [{ kind: 'started' as const, on: '2026-11-02' }], since: now });
const request = {
  id: 'r1',
  number: 1,
  kind: 'share',
  state: 'submitted',
  entryName: '婚姻登记信息',
  requesterId: 'li',
  requesterDepartmentId: 'jiaoyu',
  requesterName: '长沙市教育局',
  providerDepartmentId: 'minzheng',
  providerName: '长沙市民政局',
  handlerId: null,
  clocks: [clock('share-answer')],
  supplementAskedAt: null,
} as const;
const duty = {
  id: 'd1',
  number: 2,
  kind: 'catalog_update',
  departmentId: 'minzheng',
  departmentName: '长沙市民政局',
  title: '更新',
  occurredOn: '2026-11-02',
  dueOn: '2026-11-30',
  openedAt: now,
  openedById: null,
  clocks: [clock('catalog-update')],
  milestones: [{ name: '汇聚挂接数据资源', on: '2026-12-01', done: false, article: '第十三条第二款' }],
} as const;

const facts: Facts = {
  requests: [
    request,
    { ...request, id: 'r2', kind: 'open', clocks: [clock('open-answer')] },
    { ...request, id: 'r3', kind: 'correction', clocks: [clock('correction')] },
    { ...request, id: 'r4', state: 'approved', clocks: [clock('share-provision')] },
    { ...request, id: 'r5', state: 'supplement_asked', supplementAskedAt: now },
  ],
  duties: [duty, { ...duty, id: 'd2', kind: 'rectification' }, { ...duty, id: 'd3', kind: 'project' }],
  entries: [{ id: 'e1', name: '目录', departmentId: 'minzheng', updateCycle: 'yearly', dataUpdatedOn: '2025-01-02' }],
  drafts: [{ id: 'x', name: '草稿', ownerId: 'li', updatedAt: now }],
  lists: [
    {
      submissionId: 's1',
      campaignId: 'c1',
      year: 2026,
      dueOn: '2026-11-30',
      departmentId: 'minzheng',
      department: '长沙市民政局',
      list: 'sharing',
      stage: 'prepared',
      waitsFor: 'lead',
      returnReason: null,
      late: false,
      openedAt: now,
    },
  ],
  regulations: [],
};

test('every button of every rule opens a tool that takes its fields', () => {
  const matters = mattersOf(facts, calendar, now);
  expect(new Set(matters.map(({ rule }) => rule.name)).size).toBeGreaterThanOrEqual(9);
  const reminders = matters.map((one) => ({
    ...one,
    id: 'id',
    key: 'key',
    step: 'T0',
    personId: 'li',
    channel: null,
    dueAt: now,
    late: false,
    urgent: false,
  }));
  const offers = [
    ...matters.flatMap(({ matter }) => matter.offers),
    // One alone has buttons to put it off and to stop it, several together lead to one's work.
    ...composeDigest(reminders.slice(0, 1), calendar, now).offers,
    ...composeDigest(reminders, calendar, now).offers,
  ];
  for (const offer of offers) {
    if ('draft' in offer) continue;
    const tool = tools.find(({ name }) => name === offer.tool);
    expect([offer.tool, tool?.name]).toEqual([offer.tool, offer.tool]);
    const known = Object.keys(tool?.input.shape ?? {});
    expect([offer.tool, Object.keys(offer.fields).filter((field) => !known.includes(field))]).toEqual([offer.tool, []]);
  }
  expect(offers.length).toBeGreaterThan(15);
});

test('a message of many items names ten and counts the rest', () => {
  const [first] = mattersOf(facts, calendar, now);
  if (!first) throw new Error('no matter');
  const many = Array.from({ length: 14 }, (_, index) => ({
    ...first,
    id: `id${index}`,
    key: `key${index}`,
    step: 'T0',
    personId: 'li',
    channel: null,
    dueAt: now,
    late: index === 0,
    urgent: false,
  }));
  const { text } = composeDigest(many, calendar, now);
  expect(text).toContain('有 14 件事');
  expect(text).toContain('还有 4 件');
  expect(text.match(/现在补发/gu)).toHaveLength(1);
  expect(text).toContain('依据:本办法第二十二条第二款');
});
