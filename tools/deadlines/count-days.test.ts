import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { z } from 'zod';
import { describe, expect, test } from 'vitest';

import { builtInNotices, loadCalendar } from './calendar/load-calendar.ts';
import { countForward, workingDaysBetween } from './count-days.ts';
import { latestStart } from './latest-start.ts';

const calendar = loadCalendar(null);

describe('days counted by hand from the notices', () => {
  test.each([
    // Spring Festival 2026: off 2/15–2/23, worked Sat 2/14 and Sat 2/28.
    ['2026-02-10', 10, '2026-03-02'],
    ['2026-02-13', 1, '2026-02-14'],
    ['2026-02-14', 1, '2026-02-24'],
    // Received on the Mid-Autumn holiday; off 9/25–27 and 10/1–7, worked Sat 10/10.
    ['2026-09-25', 10, '2026-10-15'],
    ['2026-09-18', 1, '2026-09-20'],
    ['2026-09-30', 1, '2026-10-08'],
    ['2026-09-30', 3, '2026-10-10'],
    ['2026-10-03', 10, '2026-10-20'],
    // Across New Year: 2026 off 1/1–3, worked Sun 1/4.
    ['2025-12-31', 1, '2026-01-04'],
    ['2025-12-22', 10, '2026-01-06'],
    // December days ruled by the next year's notice.
    ['2022-12-29', 2, '2023-01-03'],
    ['2018-12-28', 1, '2018-12-29'],
    ['2018-12-28', 2, '2019-01-02'],
    ['2007-12-28', 1, '2007-12-29'],
    ['2007-12-28', 2, '2008-01-02'],
    ['2011-12-30', 1, '2011-12-31'],
    ['2011-12-30', 2, '2012-01-04'],
    // Amended in mid-year: 2020 prolonged to 2/2, 2015-09-03 to 05 off, 2019 off 5/1–4.
    ['2020-01-23', 1, '2020-02-03'],
    ['2015-09-02', 1, '2015-09-06'],
    ['2019-04-26', 1, '2019-04-28'],
    ['2019-04-26', 4, '2019-05-05'],
    // New Year's Eve was a working day in 2024.
    ['2024-02-08', 1, '2024-02-09'],
    ['2024-02-08', 2, '2024-02-18'],
    ['2023-09-28', 1, '2023-10-07'],
    ['2023-09-28', 10, '2023-10-18'],
    ['2025-09-30', 3, '2025-10-11'],
    ['2021-04-30', 3, '2021-05-08'],
    ['2017-01-26', 2, '2017-02-04'],
    ['2016-02-06', 1, '2016-02-14'],
    ['2013-09-30', 5, '2013-10-12'],
    ['2010-09-21', 2, '2010-09-26'],
    ['2014-01-30', 2, '2014-02-08'],
    ['2009-09-30', 2, '2009-10-10'],
    ['2008-02-05', 1, '2008-02-13'],
    ['2012-09-28', 2, '2012-10-08'],
    ['2022-01-28', 2, '2022-01-30'],
    ['2022-01-28', 3, '2022-02-07'],
    ['2025-01-24', 6, '2025-02-08'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2026-12-30', 1, '2026-12-31'],
  ])('from %s the %ith working day is %s', (from, days, due) => {
    const count = countForward(from, days, calendar);
    expect(count.due).toBe(due);
    expect(count.provisional).toBe(false);
    expect(count.counted).toHaveLength(days);
  });

  test.each([
    ['2026-12-31', 1, '2027-01-01'],
    ['2026-12-21', 10, '2027-01-04'],
    ['2027-03-01', 5, '2027-03-08'],
  ])('from %s the %ith is %s for now: 2027 has no notice', (from, days, due) => {
    expect(countForward(from, days, calendar)).toMatchObject({ due, provisional: true });
  });
});

describe('against a second count made of the notices alone', () => {
  const holidayCn = fileURLToPath(new URL('../../../shared/data/holiday-cn/', import.meta.url));
  const shape = z.object({ days: z.array(z.object({ date: z.string(), isOffDay: z.boolean() })) });
  const years = Array.from({ length: 20 }, (_, index) => 2007 + index);
  const given = existsSync(holidayCn)
    ? years.flatMap((year) => shape.parse(JSON.parse(readFileSync(`${holidayCn}${year}.json`, 'utf8'))).days)
    : builtInNotices().flatMap(({ days }) => days.map(({ date, off }) => ({ date, isOffDay: off })));
  const off = new Set(given.filter((day) => day.isOffDay).map(({ date }) => date));
  const on = new Set(given.filter((day) => !day.isOffDay).map(({ date }) => date));

  // Every day of the span by counting seconds, then only the list of working days is looked at.
  const all: string[] = [];
  for (let at = Date.UTC(2008, 0, 1); at < Date.UTC(2027, 3, 1); at += 86_400_000)
    all.push(new Date(at).toJSON().slice(0, 10));
  const workdays = all.filter((date) => {
    if (on.has(date)) return true;
    return !off.has(date) && ![0, 6].includes(new Date(date).getUTCDay());
  });

  test('every start from 2008 to 2026 and 1 to 30 days give the same day, the same list and the same flag', () => {
    const different: string[] = [];
    let compared = 0;
    let next = 0;
    for (const from of all.filter((date) => date < '2027')) {
      while ((workdays[next] ?? '') <= from) next += 1;
      for (let days = 1; days <= 30; days += 1) {
        const due = workdays[next + days - 1] ?? '';
        const count = countForward(from, days, calendar);
        compared += 1;
        const listed = count.counted.map(({ date }) => date).join() === workdays.slice(next, next + days).join();
        if (count.due !== due || !listed || count.provisional !== due >= '2027') different.push(`${from} +${days}`);
      }
    }
    expect(different).toEqual([]);
    expect(compared).toBe(6940 * 30);
  }, 180_000);

  test('counted and skipped days are each day after the start once', () => {
    for (const from of all.filter((_, index) => index % 37 === 0 && index < 6900)) {
      const { due, counted, skipped } = countForward(from, 17, calendar);
      const days = [...counted, ...skipped].map(({ date }) => date).toSorted();
      expect(days).toEqual(all.filter((date) => date > from && date <= due));
    }
  });

  test('the number of working days between two days is that of the list', () => {
    const starts = all.filter((_, index) => index % 211 === 0);
    for (const from of starts)
      for (const to of starts.filter((_, index) => index % 3 === 0)) {
        const listed = workdays.filter((date) => date > from && date <= to).length;
        expect(workingDaysBetween(from, to, calendar)).toBe(listed);
      }
  });

  test('the clock backwards gives the last start whose due date is not after the target', () => {
    for (const target of all.filter((_, index) => index > 60 && index < 6900 && index % 3 === 0)) {
      for (const days of [1, 10, 15]) {
        const { latest, count } = latestStart(target, days, calendar);
        expect(count.due <= target).toBe(true);
        const dayLater = new Date(Date.parse(latest) + 86_400_000).toJSON().slice(0, 10);
        expect(countForward(dayLater, days, calendar).due > target).toBe(true);
      }
    }
  });
});

describe('the clock backwards', () => {
  test.each([
    ['2026-12-31', 10, '2026-12-17', '2026-12-17'],
    // 10 working days before the National Day holiday; Sun 9/20 is worked.
    ['2026-09-30', 10, '2026-09-16', '2026-09-16'],
    // The first counted day is a Monday: whoever starts on the Sunday is in time, at work one is on Friday.
    ['2026-03-20', 10, '2026-03-08', '2026-03-06'],
    // Target inside the holiday.
    ['2026-10-05', 1, '2026-09-29', '2026-09-29'],
  ])('to be done by %s within %i days: start by %s, at work by %s', (target, days, latest, latestWorkingDay) => {
    expect(latestStart(target, days, calendar)).toMatchObject({ latest, latestWorkingDay });
  });
});

describe('what was skipped is named', () => {
  test('in the case of 10 February 2026', () => {
    const { counted, skipped } = countForward('2026-02-10', 10, calendar);
    expect(counted.map(({ date }) => date)).toEqual([
      '2026-02-11',
      '2026-02-12',
      '2026-02-13',
      '2026-02-14',
      '2026-02-24',
      '2026-02-25',
      '2026-02-26',
      '2026-02-27',
      '2026-02-28',
      '2026-03-02',
    ]);
    expect(counted.filter(({ makesUpFor }) => makesUpFor === '春节').map(({ date }) => date)).toEqual([
      '2026-02-14',
      '2026-02-28',
    ]);
    expect(skipped).toHaveLength(10);
    expect(skipped[0]).toEqual({ date: '2026-02-15', why: '春节放假' });
    expect(skipped.at(-1)).toEqual({ date: '2026-03-01', why: '周末(周日)' });
  });

  test.each([0, -1, 1.5, Number.NaN])('%s is no number of days', (days) => {
    expect(() => countForward('2026-02-10', days, calendar)).toThrow(RangeError);
  });

  test('working days between two days leave out the first and take in the last', () => {
    expect(workingDaysBetween('2026-02-10', '2026-03-02', calendar)).toBe(10);
    expect(workingDaysBetween('2026-02-10', '2026-02-10', calendar)).toBe(0);
    expect(workingDaysBetween('2026-03-02', '2026-02-10', calendar)).toBe(0);
  });
});
