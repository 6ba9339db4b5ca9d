import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import type { Store } from '#prisma/store.ts';
import { freshStore } from '#prisma/test-store.ts';
import { Refusal } from '#tools/refusal.ts';

import { countForward } from '../count-days.ts';
import { doubtsOfNotice } from './doubts-of-notice.ts';
import { enterNotice } from './enter-notice.ts';
import { builtInNotices, loadCalendar } from './load-calendar.ts';
import { readNotice } from './read-notice.ts';
import { storedNotices } from './stored-notices.ts';

let store: Store;
let folder = '';
beforeAll(async () => {
  store = await freshStore();
});
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'calendar-'));
  await store.db.holidayNotice.deleteMany();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
afterAll(() => store.close());

/** An invented notice in holiday-cn's shape. */
const of2027 = {
  year: 2027,
  papers: ['https://www.gov.cn/zhengce/zhengceku/202611/content_1.htm', 'https://www.gov.cn/b.htm'],
  days: [
    { name: '元旦', date: '2027-01-01', isOffDay: true },
    { name: '元旦', date: '2027-01-02', isOffDay: true },
    { name: '元旦', date: '2027-01-03', isOffDay: true },
    { name: '元旦', date: '2026-12-26', isOffDay: false },
  ],
};
const by = { now: new Date('2026-11-20T02:00:00Z'), personId: null, via: 'cli' };

function file(content: unknown): string {
  const path = join(folder, 'given.json');
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

const enter = (source: string) => store.db.$transaction((db) => enterNotice(db, readNotice(source), by));
const calendarNow = async () => loadCalendar(await storedNotices(store.db));

async function codeOf(source: string): Promise<string> {
  try {
    await enter(source);
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'none';
}

describe('entering the notice of a new year', () => {
  test('settles the dates that were provisional and reaches back into December', async () => {
    expect(countForward('2026-12-24', 5, await calendarNow())).toMatchObject({ due: '2026-12-31', provisional: false });
    expect(countForward('2026-12-24', 7, await calendarNow())).toMatchObject({ due: '2027-01-04', provisional: true });
    const { notice, changed } = await enter(file(of2027));
    expect(notice).toMatchObject({
      revision: 1,
      title: '国务院办公厅关于2027年部分节假日安排的通知',
      papers: of2027.papers,
    });
    expect(changed).toEqual(['2026-12-26', '2027-01-01', '2027-01-02', '2027-01-03']);
    const calendar = await calendarNow();
    expect(countForward('2026-12-24', 5, calendar)).toMatchObject({ due: '2026-12-30', provisional: false });
    expect(countForward('2026-12-24', 7, calendar)).toMatchObject({ due: '2027-01-04', provisional: false });
    expect(calendar.noticesOf(2027)[0]).toMatchObject({ papers: of2027.papers });
  });

  test('its row says what the file said, and who entered it is on record', async () => {
    await enter(file(of2027));
    expect(await store.db.holidayNotice.findMany()).toMatchObject([
      {
        year: 2027,
        revision: 1,
        sourceUrl: of2027.papers.join(' '),
        days: of2027.days.map(({ name, date, isOffDay }) => ({ name, date, off: isOffDay })),
        enteredAt: by.now,
      },
    ]);
    const audit = await store.db.auditRecord.findFirst({ where: { subjectId: '2027-1' }, orderBy: { id: 'desc' } });
    expect(audit).toMatchObject({ action: 'calendar.entered', via: 'cli', subjectKind: 'holiday_notice' });
  });

  test('an amendment later in the year wins on its days, and both are kept', async () => {
    await enter(file(of2027));
    const days = [{ name: '元旦', date: '2027-01-04', isOffDay: true }];
    const { notice, changed } = await enter(file({ ...of2027, title: '关于调整的通知', days }));
    expect(notice).toMatchObject({ revision: 2, title: '关于调整的通知' });
    expect(changed).toEqual(['2027-01-04']);
    const calendar = await calendarNow();
    expect(calendar.dayKind('2027-01-04')).toMatchObject({ kind: 'holiday', notice: { revision: 2 } });
    expect(calendar.dayKind('2027-01-03')).toMatchObject({ kind: 'holiday', notice: { revision: 1 } });
  });

  test('an amendment of a year that came with the program is its next revision', async () => {
    const days = [{ name: '春节', date: '2020-02-03', isOffDay: true }];
    const amended = { year: 2020, papers: ['https://www.gov.cn/x.htm'], days };
    expect((await enter(file(amended))).notice.revision).toBe(3);
    expect(countForward('2020-01-23', 1, await calendarNow()).due).toBe('2020-02-04');
  });

  test('entered by several at once, it is entered once', async () => {
    const source = file(of2027);
    const codes = await Promise.all([1, 2, 3].map(() => codeOf(source)));
    expect(codes.toSorted()).toEqual(['NOTICE_CHANGES_NOTHING', 'NOTICE_CHANGES_NOTHING', 'none']);
    expect(await store.db.holidayNotice.count()).toBe(1);
  });
});

describe('what is not entered', () => {
  test.each([
    ['no JSON', 'abc', 'NOTICE_MALFORMED'],
    ['no days', { ...of2027, days: [] }, 'NOTICE_MALFORMED'],
    ['no address', { ...of2027, papers: [] }, 'NOTICE_MALFORMED'],
    ['no such day', { ...of2027, days: [{ name: '元旦', date: '2027-02-30', isOffDay: true }] }, 'NOTICE_MALFORMED'],
    ['other shape', [1], 'NOTICE_MALFORMED'],
  ])('%s', async (_, content, code) => {
    expect(await codeOf(file(content))).toBe(code);
    expect(await store.db.holidayNotice.count()).toBe(0);
  });

  test('a file that is not there, a year nobody knows, a year already known', async () => {
    expect(await codeOf(join(folder, 'nothing.json'))).toBe('NOTICE_FILE_MISSING');
    expect(await codeOf('2199')).toBe('NOTICE_YEAR_UNKNOWN');
    expect(await codeOf('2026')).toBe('NOTICE_CHANGES_NOTHING');
  });

  test('a damaged row stops the reading instead of leaving a hole', async () => {
    await enter(file(of2027));
    await store.db.holidayNotice.updateMany({ data: { days: [{ date: '2027-13-01' }] } });
    await expect(storedNotices(store.db)).rejects.toThrow('不是存在的日期');
  });
});

describe('doubts', () => {
  test('the notices that come with the program raise none', () => {
    expect(builtInNotices().flatMap(doubtsOfNotice)).toEqual([]);
  });

  test.each([
    [{ name: '元旦', date: '2028-01-01', off: true }, '2028年1月1日(周六)不在2027年的通知管得到的日期里'],
    [{ name: '元旦', date: '2027-01-05', off: false }, '2027年1月5日(周二)写作上班,但它本来就是工作日'],
    [{ name: '端午节', date: '2027-06-05', off: false }, '2027年6月5日(周六)为端午节调休上班,但前后15天没有放假'],
    [{ name: '元旦', date: '2027-01-01', off: true }, '2027年1月1日(周五)出现了两次'],
  ])('%j: %s', (day, doubt) => {
    const days = [{ name: '元旦', date: '2027-01-01', off: true }, day];
    expect(doubtsOfNotice({ year: 2027, days })).toContain(doubt);
  });
});
