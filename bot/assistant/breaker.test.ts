import { expect, test } from 'vitest';
import { Breaker } from './breaker.ts';

test('opens after failures in a row, lets one call through after the pause, and closes with its success', () => {
  const breaker = new Breaker({ failures: 2, pauseMs: 1_000 });
  breaker.failed(0);
  breaker.succeeded();
  breaker.failed(10);
  expect(breaker.admits(10)).toBe(true);
  breaker.failed(20);
  expect(breaker.admits(1_019)).toBe(false);
  expect(breaker.admits(1_020)).toBe(true);
  expect(breaker.admits(1_021)).toBe(false);
  breaker.failed(1_022);
  expect(breaker.admits(1_500)).toBe(false);
  expect(breaker.admits(2_022)).toBe(true);
  breaker.succeeded();
  expect([breaker.admits(2_023), breaker.admits(2_024)]).toEqual([true, true]);
});
