import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { enterNotice } from '#tools/deadlines/calendar/enter-notice.ts';
import type { Notice } from '#tools/notice.ts';
import { answerShareRequest } from './answer-share-request.ts';
import { cityCalendar } from './city-calendar.ts';
import { fileShareRequest } from './file-share-request.ts';
import { myWork } from './my-work.ts';
import { printCase } from './print-case.ts';
import { recountClocks, type RecountParts } from './recount-clocks.ts';
import { RequestCity, wantedMarriage } from './requests.fixture.ts';
import { showRequest } from './show-request.ts';

let city: RequestCity;
/** Filed on Friday 18 December 2026: the tenth working day lies in 2027, of which no notice is known. */
let crossing: string;
/** Ends before Christmas. */
let inside: string;
/** Answered before the notice was entered; its provision runs into 2027. */
let answered: string;
let dutyId: string;

const off = (date: string) => ({ date, name: '元旦', off: true });
const of2027 = {
  year: 2027,
  title: null,
  papers: ['https://www.gov.cn/2027.htm'],
  days: [off('2027-01-01'), off('2027-01-02'), off('2027-01-03'), { date: '2026-12-26', name: '元旦', off: false }],
};

beforeAll(async () => {
  city = await RequestCity.open();
});
afterAll(() => city.store.close());

beforeEach(async () => {
  await city.store.db.$executeRawUnsafe(
    'TRUNCATE "HolidayNotice", "Request", "RequestEvent", "DeadlineEvent", "Duty", "ToolRun", "AuditRecord" CASCADE',
  );
  const file = async (day: string, departmentId: string, who: 'li' | 'tan', items: string[]) =>
    (await city.at(day).run(who, fileShareRequest, { ...wantedMarriage, departmentId, items, termUntil: '2027-12-31' }))
      .requestId;
  inside = await file('2026-12-01', 'zhujian', 'tan', ['登记类别']);
  answered = await file('2026-12-14', 'jiaoyu', 'li', ['登记日期']);
  await city.at('2026-12-17').run('liu', answerShareRequest, { requestId: answered, decision: 'approve' });
  crossing = await file('2026-12-18', 'jiaoyu', 'xiao' as 'li', ['登记类别']);
  const { id } = await city.store.db.duty.create({
    data: {
      kind: 'catalog_update',
      departmentId: 'jiaoyu',
      title: '更新目录(职能变化)',
      occurredOn: '2026-12-21',
      openedAt: city.clock,
      deadlineEvents: { create: { limit: 'catalog-update', kind: 'started', on: '2026-12-21', at: city.clock } },
    },
  });
  dutyId = id;
  city.at('2026-12-22');
});

const enter = (given: Parameters<typeof enterNotice>[1]) =>
  city.store.db.$transaction((db) => enterNotice(db, given, { now: city.clock, personId: null, via: 'cli' }));

/** @param cut fails after so many transactions, as a process that dies */
async function recount(cut = Infinity): Promise<{ told: Notice[]; report: Awaited<ReturnType<typeof recountClocks>> }> {
  const told: Notice[] = [];
  let writes = 0;
  const write: RecountParts['write'] = async (work) => {
    if (++writes > cut) throw new Error('killed');
    const fresh: Notice[] = [];
    const result = await city.store.db.$transaction((db) =>
      work({ db, tell: (notice) => Promise.resolve(void fresh.push(notice)) }),
    );
    told.push(...fresh);
    return result;
  };
  try {
    return { told, report: await recountClocks({ db: city.store.db, now: city.clock, write }) };
  } catch (error) {
    if (error instanceof Error && error.message === 'killed')
      return { told, report: { clocks: 0, moved: 0, settled: 0, told: told.length } };
    throw error;
  }
}

const people = (told: readonly Notice[]): readonly string[] =>
  told.flatMap((one) => ('personId' in one ? [one.personId] : [])).toSorted();

test('the notice moves a date: old, new and why to both sides, noted with the case, and the day is another at once', async () => {
  expect((await city.run('xiao', showRequest, { requestId: crossing })).dueOn).toBe('2027-01-01');
  await enter(of2027);
  // At once, before anything is recounted.
  expect((await city.run('xiao', showRequest, { requestId: crossing })).dueOn).toBe('2026-12-31');
  const { told, report } = await recount();
  expect(report).toMatchObject({ clocks: 4, moved: 1, settled: 2 });
  const aboutIt = told.filter(({ text }) => text.includes('婚姻登记信息') && text.includes('答复有条件共享申请'));
  expect(people(aboutIt)).toEqual(['chen', 'double', 'he', 'liu', 'xiao']);
  const [first] = aboutIt;
  expect(first?.text).toContain('原来:2027年1月1日(周五)(暂定)');
  expect(first?.text).toContain('现在:2026年12月31日(周四),日期已经确定');
  expect(first?.text).toContain('原因:《国务院办公厅关于2027年部分节假日安排的通知》,12月26日上班(元旦调休)');
  expect(first?.text).toContain('期限计算:答复有条件共享申请');
  expect(first?.text).toContain('https://www.gov.cn/2027.htm');
  expect(first?.offers).toEqual([{ title: '查看', tool: 'show-request', fields: { requestId: crossing } }]);

  const { request, events, clocks, audits } = await city.rows(crossing);
  expect(events).toEqual(['1 submitted xiao', '2 deadline_recounted -']);
  expect(clocks).toEqual(['share-answer started 2026-12-18']);
  expect(audits).toEqual(['request.submitted xiao 第二十一条第三款', 'deadline.recounted - 第二十二条第二款']);
  expect(request).toMatchObject({ state: 'submitted', version: 1 });
  // The status still counts from the day it was submitted.
  const shown = await city.run('xiao', showRequest, { requestId: crossing });
  expect(shown.text).toContain('现在:已提交,等待答复(2026年12月18日(周五)起)');
  expect(shown.text).toContain('期限按放假安排重新计算');
  const { markdown } = await city.run('chen', printCase, { requestId: crossing });
  expect(markdown).toContain('期限按放假安排重新计算 | 按规则自动办理 |');
  expect(markdown).toContain('最后一天由2027年1月1日(周五)(暂定)改为2026年12月31日(周四)');
  // And it is answered as before.
  await city.run('liu', answerShareRequest, { requestId: crossing, decision: 'approve' });
  expect((await city.rows(crossing)).events).toEqual(['1 submitted xiao', '2 deadline_recounted -', '3 approved liu']);
});

test('an approved request and a duty are settled as well; what ends before is left alone', async () => {
  await enter(of2027);
  const { told } = await recount();
  expect((await city.rows(inside)).events).toEqual(['1 submitted tan']);
  expect((await city.rows(answered)).events.at(-1)).toBe('3 deadline_recounted -');
  const provision = told.filter(({ text }) => text.includes('同意后提供共享数据'));
  expect(people(provision)).toEqual(['chen', 'double', 'he', 'li', 'liu']);
  const duty = told.filter(({ text }) => text.includes('更新目录(职能变化)'));
  expect(people(duty)).toEqual(['double', 'li', 'wang', 'xiao']);
  const audit = await city.store.db.auditRecord.findFirst({ where: { subjectKind: 'duty', subjectId: dutyId } });
  expect(audit).toMatchObject({
    action: 'deadline.recounted',
    before: { limit: 'catalog-update', due: '2027-01-04', provisional: true },
    after: { limit: 'catalog-update', due: '2027-01-04', provisional: false },
  });
});

test('run again, cut short and gone on with, or by several at once: each is told once', async () => {
  await enter(of2027);
  const first = await recount(1);
  const second = await recount();
  const third = await recount();
  const told = [...first.told, ...second.told];
  expect(third).toMatchObject({ told: [], report: { clocks: 4, moved: 0, settled: 0, told: 0 } });
  expect(new Set(told.map(({ key }) => key)).size).toBe(told.length);
  expect(people(told)).toHaveLength(14);
  expect(await city.store.db.requestEvent.count({ where: { kind: 'deadline_recounted' } })).toBe(2);

  await enter({ ...of2027, title: '关于调整的通知', days: [off('2027-01-04')] });
  const together = await Promise.all([recount(), recount(), recount()]);
  const keys = together.flatMap((one) => one.told.map(({ key }) => key));
  expect(new Set(keys).size).toBe(keys.length);
  expect(keys.length).toBeGreaterThan(0);
});

test('a day that stays becomes firm, and that is said', async () => {
  await enter({ ...of2027, days: [off('2027-02-05')] });
  const { told, report } = await recount();
  expect(report).toMatchObject({ moved: 0, settled: 3 });
  const [first] = told.filter(({ text }) => text.includes('答复有条件共享申请'));
  expect(first?.text).toContain('由暂定转为确定');
  expect(first?.text).toContain('最后一天不变:2027年1月1日(周五)');
  expect((await city.run('liu', myWork, {})).items.every(({ provisional }) => !provisional)).toBe(true);
});

test('of two limits that differ, the one that moved is named even where the earlier one stays', async () => {
  await enter({ ...of2027, days: [off('2027-02-05')] });
  await recount();
  // Fifteen working days end on 11 January, ten on the 4th.
  await enter({ ...of2027, title: '关于调整的通知', days: [off('2027-01-08')] });
  const { told } = await recount();
  const [first] = told.filter(({ text }) => text.includes('更新目录(职能变化)'));
  expect(first?.text).toContain('下面的期限重新计算了');
  expect(first?.text).toContain('最后一天不变:2027年1月4日(周一)');
  expect(first?.text).toContain(
    '另一期限(《长沙市政务数据资源管理办法》第十六条第三款)由2027年1月11日(周一)改为2027年1月12日(周二)',
  );
});

test('a clock that began after the notice was right from the beginning', async () => {
  await enter(of2027);
  await recount();
  city.at('2026-12-23');
  const { requestId } = await city.run('tan', fileShareRequest, {
    ...wantedMarriage,
    entryId: 'schools',
    departmentId: 'zhujian',
    items: ['学校名称'],
  });
  expect((await recount()).told).toEqual([]);
  expect((await city.rows(requestId)).events).toEqual(['1 submitted tan']);
});

test('an answer given while it is recounted is not lost, whoever comes first', async () => {
  await enter(of2027);
  const answer = { requestId: crossing, decision: 'approve' as const };
  const [outcome] = await Promise.all([city.attempt('liu', answerShareRequest, answer), recount()]);
  // Beaten to it, the person is told that something happened and looks again.
  if (outcome.kind === 'refused') await city.run('liu', answerShareRequest, answer);
  const { events, request } = await city.rows(crossing);
  expect(request.state).toBe('approved');
  expect(events.filter((event) => event.includes('approved'))).toHaveLength(1);
  expect(new Set(events.map((event) => event.split(' ')[0])).size).toBe(events.length);
});

test('the calendar of the store is that of the notices entered, for every process on it', async () => {
  const before = await cityCalendar(city.store.db);
  expect(before.published(2027)).toBe(false);
  await enter(of2027);
  expect((await cityCalendar(city.store.db)).published(2027)).toBe(true);
  expect(await cityCalendar(city.store.db)).toBe(await cityCalendar(city.store.db));
});
