import { describe, expect, test } from 'vitest';

import { missingNotice } from './notice-missing.ts';

const published = (...years: readonly number[]) => ({ published: (year: number) => years.includes(year) });
const at = (time: string): Date => new Date(`${time}+08:00`);

describe('the bureau is reminded of next year’s notice', () => {
  test.each([
    ['2026-10-31T23:59', [2026], null],
    ['2026-11-01T00:00', [2026], 2027],
    ['2026-12-31T23:59', [2026], 2027],
    ['2026-11-01T00:00', [2026, 2027], null],
    // The year has begun without it.
    ['2027-03-01T09:00', [2026], 2027],
    ['2027-11-20T09:00', [2026], 2027],
    ['2027-11-20T09:00', [2026, 2027], 2028],
    ['2027-03-01T09:00', [2026, 2027], null],
  ] as const)('at %s with %j entered: %s', (time, years, year) => {
    expect(missingNotice(at(time), published(...years))?.year ?? null).toBe(year);
  });

  test('the text says which year, what it means and what to do', () => {
    const missing = missingNotice(at('2026-11-02T09:00'), published(2026));
    expect(missing?.since).toBe('2026-11-01');
    expect(missing?.text).toContain('2027年的放假安排还没有录入,算到2027年的期限都是暂定的');
    expect(missing?.text).toContain('npm run calendar -- add');
    expect(missingNotice(at('2027-01-02T09:00'), published(2026))?.text).toContain('今年的期限都是暂定的');
  });
});
