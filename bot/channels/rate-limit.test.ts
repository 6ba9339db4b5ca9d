import { expect, it } from 'vitest';
import { RateLimit } from './rate-limit.ts';

it('lets a burst through, then the long-run rate, each person for themselves', () => {
  let time = Date.parse('2026-03-02T01:00:00Z');
  const limit = new RateLimit({ burst: 3, perMinute: 60, now: () => new Date(time) });
  expect([1, 2, 3, 4].map(() => limit.take('a'))).toEqual([0, 0, 0, 1]);
  expect(limit.take('b')).toBe(0);
  time += 999;
  expect(limit.take('a')).toBe(1);
  time += 1;
  expect(limit.take('a')).toBe(0);
  expect(limit.take('a')).toBe(1);
  time += 3_600_000;
  expect([1, 2, 3, 4].map(() => limit.take('a'))).toEqual([0, 0, 0, 1]);
});

it('says how long to wait, and is not confused by a clock that goes back', () => {
  let time = Date.parse('2026-03-02T01:00:00Z');
  const limit = new RateLimit({ burst: 1, perMinute: 6, now: () => new Date(time) });
  expect(limit.take('a')).toBe(0);
  expect(limit.take('a')).toBe(10);
  time -= 60_000;
  expect(limit.take('a')).toBe(10);
});
