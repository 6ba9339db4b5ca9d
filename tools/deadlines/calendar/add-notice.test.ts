import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { Refusal } from '#tools/refusal.ts';

import { countForward } from '../count-days.ts';
import { addNotice } from './add-notice.ts';
import { doubtsOfNotice } from './doubts-of-notice.ts';
import { builtInNotices, loadCalendar } from './load-calendar.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'calendar-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** An invented notice in holiday-cn's shape. */
const of2027 = {
  year: 2027,
  papers: ['https://www.gov.cn/zhengce/zhengceku/202611/content_1.htm'],
  days: [
    { name: '元旦', date: '2027-01-01', isOffDay: true },
    { name: '元旦', date: '2027-01-02', isOffDay: true },
    { name: '元旦', date: '2027-01-03', isOffDay: true },
    { name: '元旦', date: '2026-12-26', isOffDay: false },
  ],
};

function file(content: unknown): string {
  const path = join(folder, 'given.json');
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

function codeOf(source: string): string {
  try {
    addNotice(source, folder);
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'none';
}

describe('entering the notice of a new year', () => {
  test('settles the dates that were provisional and reaches back into December', () => {
    expect(countForward('2026-12-24', 5, loadCalendar(folder))).toMatchObject({
      due: '2026-12-31',
      provisional: false,
    });
    expect(countForward('2026-12-24', 7, loadCalendar(folder))).toMatchObject({ due: '2027-01-04', provisional: true });
    const { notice, changed } = addNotice(file(of2027), folder);
    expect(notice).toMatchObject({
      revision: 1,
      title: '国务院办公厅关于2027年部分节假日安排的通知',
      papers: of2027.papers,
    });
    expect(changed).toEqual(['2026-12-26', '2027-01-01', '2027-01-02', '2027-01-03']);
    expect(countForward('2026-12-24', 5, loadCalendar(folder))).toMatchObject({
      due: '2026-12-30',
      provisional: false,
    });
    expect(countForward('2026-12-24', 7, loadCalendar(folder))).toMatchObject({
      due: '2027-01-04',
      provisional: false,
    });
  });

  test('an amendment later in the year wins on its days, and both are kept', () => {
    addNotice(file(of2027), folder);
    const amended = {
      ...of2027,
      title: '关于调整的通知',
      days: [{ name: '元旦', date: '2027-01-04', isOffDay: true }],
    };
    const { notice, changed } = addNotice(file(amended), folder);
    expect(notice).toMatchObject({ revision: 2, title: '关于调整的通知' });
    expect(changed).toEqual(['2027-01-04']);
    expect(readdirSync(join(folder, 'calendar')).toSorted()).toEqual(['2027-2.json', '2027.json']);
    const calendar = loadCalendar(folder);
    expect(calendar.dayKind('2027-01-04')).toMatchObject({ kind: 'holiday', notice: { revision: 2 } });
    expect(calendar.dayKind('2027-01-03')).toMatchObject({ kind: 'holiday', notice: { revision: 1 } });
  });

  test('an amendment of a year that came with the program is its next revision', () => {
    const amended = {
      year: 2020,
      papers: ['https://www.gov.cn/x.htm'],
      days: [{ name: '春节', date: '2020-02-03', isOffDay: true }],
    };
    expect(addNotice(file(amended), folder).notice.revision).toBe(3);
    expect(countForward('2020-01-23', 1, loadCalendar(folder)).due).toBe('2020-02-04');
  });
});

describe('what is not entered', () => {
  test.each([
    ['no JSON', 'abc', 'NOTICE_MALFORMED'],
    ['no days', { ...of2027, days: [] }, 'NOTICE_MALFORMED'],
    ['no address', { ...of2027, papers: [] }, 'NOTICE_MALFORMED'],
    ['no such day', { ...of2027, days: [{ name: '元旦', date: '2027-02-30', isOffDay: true }] }, 'NOTICE_MALFORMED'],
    ['other shape', [1], 'NOTICE_MALFORMED'],
  ])('%s', (_, content, code) => {
    expect(codeOf(file(content))).toBe(code);
    expect(readdirSync(folder)).toEqual(['given.json']);
  });

  test('a file that is not there, a year nobody knows, a year already known', () => {
    expect(codeOf(join(folder, 'nothing.json'))).toBe('NOTICE_FILE_MISSING');
    expect(codeOf('2199')).toBe('NOTICE_YEAR_UNKNOWN');
    expect(codeOf('2026')).toBe('NOTICE_CHANGES_NOTHING');
  });

  test('a damaged file in the data folder stops the loading instead of leaving a hole', () => {
    addNotice(file(of2027), folder);
    writeFileSync(join(folder, 'calendar', '2027.json'), '{"year":2027}');
    expect(() => loadCalendar(folder)).toThrow('2027.json');
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
