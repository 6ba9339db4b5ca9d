import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadCalendar } from '#tools/deadlines/calendar/load-calendar.ts';
import { answerShareRequest } from './answer-share-request.ts';
import { askExtension } from './ask-extension.ts';
import { decideExtension } from './decide-extension.ts';
import { fileOpenRequest } from './file-open-request.ts';
import { fileShareRequest } from './file-share-request.ts';
import { findRequests } from './find-requests.ts';
import { myWork } from './my-work.ts';
import { printCase } from './print-case.ts';
import { requestClocks } from './request-clock.ts';
import { loadRequest } from './request-row.ts';
import { RequestCity, wantedMarriage } from './requests.fixture.ts';
import { showRequest } from './show-request.ts';

let city: RequestCity;
beforeAll(async () => {
  city = await RequestCity.open();
});
afterAll(() => city.store.close());

const reason = '需要与省厅核对数据口径,函件预计下周回复';
const article = '《政务数据共享条例》第二十一条第一款';
/** Received on Monday 2 March 2026; the tenth working day is the 16th. */
const file = async (): Promise<string> => {
  // Of one department one request for an entry waits at a time.
  await city.store.db.request.updateMany({ data: { state: 'withdrawn' } });
  return (await city.at('2026-03-02').run('li', fileShareRequest, wantedMarriage)).requestId;
};
const answer = (requestId: string) => ({ requestId, decision: 'approve' as const });

test('asked for, consented, told: the clock goes on with the days the instrument gives, and its replay is the same', async () => {
  const requestId = await file();
  city.told.length = 0;
  const before = await city.at('2026-03-12').run('liu', showRequest, { requestId });
  expect(before.offers.map(({ title }) => title)).toContain('申请延长答复期限');
  const asked = await city.at('2026-03-12').run('liu', askExtension, { requestId, days: 5, reason });
  // Until the bureau consents the day stays.
  expect(asked).toMatchObject({ stage: 'submitted', dueOn: '2026-03-16' });
  expect(city.told).toMatchObject([{ personId: 'zhou', text: expect.stringContaining(reason) }]);
  expect(city.told[0]?.offers?.map(({ title }) => title)).toEqual(['同意延长', '不同意延长', '查看']);
  expect((await city.rows(requestId)).clocks).toEqual(['share-answer started 2026-03-02']);
  const [work] = (await city.run('zhou', myWork, {})).items;
  expect(work).toMatchObject({ kind: 'consent', requestId, dueOn: '2026-03-16' });
  expect(work?.offers.map(({ title }) => title)).toContain('同意延长');
  const looking = { actor: city.actor('zhou'), now: city.clock, db: city.store.db };
  expect((await findRequests('', 'to_decide_extension', looking)).rows.map(({ id }) => id)).toEqual([requestId]);

  city.told.length = 0;
  const done = await city.at('2026-03-13').run('zhou', decideExtension, answer(requestId));
  expect(done).toMatchObject({ stage: 'submitted', dueOn: '2026-03-23', overdue: false });
  const toLi = city.told.find((one) => 'personId' in one && one.personId === 'li');
  expect(toLi?.text).toContain('原来:2026年3月16日(周一)\n现在:2026年3月23日(周一)');
  expect(toLi?.text).toContain(reason);
  expect(city.told.flatMap((one) => ('personId' in one ? [one.personId] : [])).toSorted()).toEqual([
    'chen',
    'double',
    'he',
    'li',
    'liu',
  ]);
  const { events, clocks, audits } = await city.rows(requestId);
  expect(events).toEqual(['1 submitted li', '2 extension_asked liu', '3 extended zhou']);
  expect(clocks).toEqual(['share-answer started 2026-03-02', 'share-answer extended 2026-03-13']);
  expect(audits.slice(1)).toEqual([`request.extension_asked liu ${article}`, `request.extended zhou ${article}`]);
  const stored = await city.store.db.deadlineEvent.findFirstOrThrow({ where: { requestId, kind: 'extended' } });
  expect(stored).toMatchObject({ days: 5, reason, article, actorId: 'zhou' });

  const row = await loadRequest(city.store.db, requestId);
  const [replayed] = requestClocks(row, { calendar: loadCalendar(null), now: city.clock });
  expect([replayed?.municipal?.due, replayed?.higher?.due, replayed?.remindBy]).toEqual([
    '2026-03-16',
    '2026-03-23',
    '2026-03-23',
  ]);
  const shown = await city.at('2026-03-20').run('li', showRequest, { requestId });
  expect(shown).toMatchObject({ dueOn: '2026-03-23', overdue: false });
  expect(shown.receipt?.text).toContain('含经同意延长的5个工作日');
  expect(shown.receipt?.title).toBe('答复有条件共享申请:最晚2026年3月23日(周一)');
  expect(shown.text).toContain('现在:已提交,等待答复(2026年3月2日(周一)起)');
  expect((await city.run('li', printCase, { requestId })).markdown).toContain(
    `同意延长答复期限 | 长沙市数据资源管理局 zhou同志 | ${article}`,
  );
  await city.run('he', answerShareRequest, answer(requestId));
  expect((await city.rows(requestId)).clocks).toContain('share-answer ended 2026-03-20');
});

test('once, decided once, not after the last day, not by a party, and never longer than the instrument gives', async () => {
  const requestId = await file();
  const wanted = { requestId, days: 10, reason };
  expect(await city.at('2026-03-12').attempt('liu', askExtension, { ...wanted, days: 11 })).toMatchObject({
    kind: 'malformed',
  });
  expect(await city.attempt('liu', askExtension, { ...wanted, reason: '忙' })).toMatchObject({ kind: 'malformed' });
  expect((await city.refusal('zhou', decideExtension, answer(requestId))).code).toBe('NOTHING_TO_DECIDE');
  expect((await city.refusal('li', askExtension, wanted)).code).toBe('NOT_YOUR_DEPARTMENT');
  expect((await city.at('2026-03-17').refusal('liu', askExtension, wanted)).code).toBe('EXTENSION_TOO_LATE');
  await city.at('2026-03-12').run('liu', askExtension, wanted);
  expect((await city.refusal('he', askExtension, wanted)).code).toBe('ALREADY_HAPPENED');
  expect((await city.refusal('liu', decideExtension, answer(requestId))).code).toBe('NOT_YOUR_ROLE');
  // The last day has passed meanwhile: consent comes too late.
  expect((await city.at('2026-03-17').refusal('zhou', decideExtension, answer(requestId))).code).toBe(
    'EXTENSION_TOO_LATE',
  );
  const no = { requestId, decision: 'refuse' as const, reason: '不属于特殊原因,请按期答复' };
  city.told.length = 0;
  await city.at('2026-03-13').run('zhou', decideExtension, no);
  expect(city.told.some((one) => 'personId' in one && one.personId === 'li')).toBe(false);
  expect(city.told.find((one) => 'personId' in one && one.personId === 'liu')?.text).toContain('不属于特殊原因');
  expect((await city.refusal('zhou', decideExtension, answer(requestId))).code).toBe('NOTHING_TO_DECIDE');
  expect(await city.rows(requestId)).toMatchObject({
    events: ['1 submitted li', '2 extension_asked liu', '3 extension_refused zhou'],
    clocks: ['share-answer started 2026-03-02'],
  });
});

test('an open request is under the city’s text alone, which gives none', async () => {
  const { requestId } = await city.at('2026-03-02').run('citizen', fileOpenRequest, {
    entryId: 'homes',
    scenario: '给父母选择养老机构',
    items: ['床位数'],
    method: 'query' as const,
    contact: '陈女士',
  });
  const refused = await city.refusal('liu', askExtension, { requestId, days: 3, reason });
  expect(refused).toMatchObject({ code: 'EXTENSION_NOT_GIVEN', article: '第二十四条第二款' });
  expect(
    await askExtension.advise?.({ requestId }, { actor: city.actor('liu'), now: city.clock, db: city.store.db }),
  ).toMatchObject([{ id: 'EXTENSION_NOT_GIVEN', blocks: true }]);
  const shown = await city.run('liu', showRequest, { requestId });
  expect(shown.offers.map(({ title }) => title)).not.toContain('申请延长答复期限');
});

test('a calendar amended afterwards moves the day and does not undo the extension', async () => {
  const requestId = await file();
  await city.at('2026-03-16').run('liu', askExtension, { requestId, days: 2, reason });
  await city.run('zhou', decideExtension, answer(requestId));
  const row = await loadRequest(city.store.db, requestId);
  // Sunday 8 March worked after all: the day of consent now lies after the first last day.
  const amended = {
    year: 2026,
    revision: 2,
    title: '调整',
    papers: [],
    days: [{ date: '2026-03-08', name: '调整', off: false }],
  };
  const [clock] = requestClocks(row, { calendar: loadCalendar([amended]), now: city.clock });
  expect([clock?.municipal?.due, clock?.remindBy]).toEqual(['2026-03-13', '2026-03-17']);
});

test('two decisions at once: one counts', async () => {
  const requestId = await file();
  await city.at('2026-03-12').run('liu', askExtension, { requestId, days: 10, reason });
  const outcomes = await Promise.all([
    city.attempt('zhou', decideExtension, answer(requestId)),
    city.attempt('zhou', decideExtension, { requestId, decision: 'refuse', reason: '请按原期限答复' }),
  ]);
  expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['done', 'refused']);
  const { events, clocks } = await city.rows(requestId);
  expect(events).toHaveLength(3);
  expect(clocks).toHaveLength(events[2] === '3 extended zhou' ? 2 : 1);
});
