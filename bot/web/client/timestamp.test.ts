import { describe, expect, test } from 'vitest';
import { dayLabel, dayOf, timeOfDay } from './timestamp.ts';

/** In the time zone of whoever runs the test, as in the browser. */
const local = (text: string): number => new Date(text).getTime();

describe('the time of a message', () => {
  test('is said with two digits each', () => {
    expect(timeOfDay(local('2026-03-02T09:05:00'))).toBe('09:05');
  });

  test.each([
    ['2026-03-02T00:00:00', '今天'],
    ['2026-03-01T23:59:00', '昨天'],
    ['2026-02-28T12:00:00', '2月28日 星期六'],
    ['2025-12-31T12:00:00', '2025年12月31日 星期三'],
  ])('falls, seen on 2 March 2026, on the day of %s: %s', (moment, label) => {
    expect(dayLabel(local(moment), local('2026-03-02T08:00:00'))).toBe(label);
  });

  test('knows the same day by its date', () => {
    expect(dayOf(local('2026-03-02T00:00:00'))).toBe(dayOf(local('2026-03-02T23:59:59')));
    expect(dayOf(local('2026-03-02T23:59:59'))).not.toBe(dayOf(local('2026-03-03T00:00:00')));
  });
});
