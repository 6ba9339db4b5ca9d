import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { z } from 'zod';
import { describe, expect, test } from 'vitest';

import { addDays, weekdayOf } from '../iso-date.ts';
import { buildNotices } from './build-notices.ts';
import { createCalendar } from './calendar.ts';
import { builtInNotices, loadCalendar } from './load-calendar.ts';

const calendar = loadCalendar(null);

function everyDay(first: string, last: string): readonly string[] {
  const days: string[] = [];
  for (let date = first; date <= last; date = addDays(date, 1)) days.push(date);
  return days;
}

/** One line a day, `2026-02-14 on`, hashed. */
function digestOf(works: (date: string) => boolean): string {
  const lines = everyDay('2007-01-01', '2026-12-31').map((date) => `${date} ${works(date) ? 'on' : 'off'}\n`);
  return createHash('sha256').update(lines.join('')).digest('hex');
}

/** Of the public data set holiday-cn, 2007 to 2026, computed with the function above when it was compared day by day. */
const digestOfHolidayCn = '5595fc90f4c36c23d478c1215576d50772591685993b7db05356fe088c797f20';

const holidayCn = fileURLToPath(new URL('../../../../shared/data/holiday-cn/', import.meta.url));
const shape = z.object({
  papers: z.array(z.string()),
  days: z.array(z.object({ date: z.string(), name: z.string(), isOffDay: z.boolean() })),
});
const holidayCnOf = (year: number) => shape.parse(JSON.parse(readFileSync(`${holidayCn}${year}.json`, 'utf8')));
const years = Array.from({ length: 20 }, (_, index) => 2007 + index);

describe('the calendar of 2007 to 2026', () => {
  test('is what the build script makes of chinese-days', () => {
    expect(builtInNotices()).toEqual(buildNotices());
  });

  test('has the digest of holiday-cn', () => {
    expect(digestOf((date) => calendar.isWorkingDay(date))).toBe(digestOfHolidayCn);
  });

  test.skipIf(!existsSync(holidayCn))('agrees with holiday-cn on every day', () => {
    const off = new Map(
      years.flatMap((year) => holidayCnOf(year).days.map((day) => [day.date, day.isOffDay] as const)),
    );
    const works = (date: string): boolean => !(off.get(date) ?? weekdayOf(date) > 5);
    const different = everyDay('2007-01-01', '2026-12-31').filter(
      (date) => calendar.isWorkingDay(date) !== works(date),
    );
    expect(different).toEqual([]);
    expect(digestOf(works)).toBe(digestOfHolidayCn);
  });

  test.skipIf(!existsSync(holidayCn)).each(years)('names the addresses of the notices of %i', (year) => {
    expect(calendar.noticesOf(year).flatMap(({ papers }) => papers)).toEqual(holidayCnOf(year).papers);
  });

  test('has at least one notice a year and none for 2027', () => {
    expect(calendar.publishedYears).toEqual(years);
    expect(calendar.published(2027)).toBe(false);
    expect(calendar.published(2006)).toBe(false);
  });
});

describe('what a day is', () => {
  test.each([
    ['2026-02-10', 'working', null, null],
    ['2026-02-14', 'make_up', '春节', '国务院办公厅关于2026年部分节假日安排的通知'],
    ['2026-02-21', 'holiday', '春节', '国务院办公厅关于2026年部分节假日安排的通知'],
    ['2026-03-07', 'weekend', null, null],
    ['2026-09-20', 'make_up', '国庆节', '国务院办公厅关于2026年部分节假日安排的通知'],
    ['2026-09-25', 'holiday', '中秋节', '国务院办公厅关于2026年部分节假日安排的通知'],
    ['2018-12-29', 'make_up', '元旦', '国务院办公厅关于2019年部分节假日安排的通知'],
    ['2022-12-31', 'holiday', '元旦', '国务院办公厅关于2023年部分节假日安排的通知'],
    ['2011-12-31', 'make_up', '元旦', '国务院办公厅关于2012年部分节假日安排的通知'],
    ['2020-02-01', 'holiday', '春节', '国务院办公厅关于延长2020年春节假期的通知'],
    ['2020-02-03', 'working', null, null],
    ['2019-05-05', 'make_up', '劳动节', '国务院办公厅关于调整2019年劳动节假期安排的通知'],
    [
      '2015-09-04',
      'holiday',
      '中国人民抗日战争暨世界反法西斯战争胜利70周年纪念日',
      '国务院关于中国人民抗日战争暨世界反法西斯战争胜利70周年纪念日调休放假的通知',
    ],
    ['2027-01-01', 'working', null, null],
  ])('%s is %s %s', (date, kind, name, title) => {
    const day = calendar.dayKind(date);
    expect(day.kind).toBe(kind);
    expect('name' in day ? day.name : null).toBe(name);
    expect('notice' in day ? day.notice.title : null).toBe(title);
  });
});

describe('an amendment in mid-year', () => {
  const notice = (revision: number, days: { date: string; name: string; off: boolean }[]) => ({
    year: 2031,
    revision,
    title: `第${revision}份`,
    papers: [],
    days,
  });
  const first = notice(1, [
    { date: '2031-05-01', name: '劳动节', off: true },
    { date: '2031-05-04', name: '劳动节', off: false },
  ]);
  const second = notice(2, [
    { date: '2031-05-02', name: '劳动节', off: true },
    { date: '2031-05-04', name: '劳动节', off: true },
  ]);

  test.each([[[first, second]], [[second, first]]])('wins on the days it names and on no other', (notices) => {
    const amended = createCalendar(notices);
    expect(amended.dayKind('2031-05-01')).toMatchObject({ kind: 'holiday', notice: { title: '第1份' } });
    expect(amended.dayKind('2031-05-02')).toMatchObject({ kind: 'holiday', notice: { title: '第2份' } });
    expect(amended.dayKind('2031-05-04')).toMatchObject({ kind: 'holiday', notice: { title: '第2份' } });
    expect(amended.noticesOf(2031)).toHaveLength(2);
  });
});
