import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ChannelLimits } from '#tools/broadcast/channel-limits.ts';
import { PacePlan } from './pace-plan.ts';

const limits: ChannelLimits = {
  title: '飞书',
  batch: 1,
  limits: [
    { per: 'call', count: 50, seconds: 1 },
    { per: 'call', count: 1_000, seconds: 60 },
  ],
  dedupeSeconds: null,
  timeoutMs: 1_000,
};
const start = Date.parse('2026-03-02T01:00:00Z');

/** Plans at each moment as many calls as there is room for. @returns when each may go out, never before it was planned */
function planned(moments: readonly number[]): readonly number[] {
  let pace: { nextAt: Date; recent: unknown } = { nextAt: new Date(start), recent: [] };
  const calls: number[] = [];
  for (const moment of moments) {
    const plan = new PacePlan(limits, { ...pace, at: new Date(moment) });
    for (let room = plan.room; room > 0; room -= 1) {
      const at = plan.next(1);
      if (at) calls.push(Math.max(at.getTime(), moment));
    }
    pace = { nextAt: plan.nextAt, recent: JSON.parse(JSON.stringify(plan.recent)) as unknown };
  }
  return calls;
}

/** The shortest time in which a thousand and one calls went out; without so many there is none. */
function shortestThousand(calls: readonly number[]): number {
  const sorted = calls.toSorted((one, other) => one - other);
  const spans = sorted.flatMap((call, index) => {
    const later = sorted[index + 1_000];
    return later === undefined ? [] : [later - call];
  });
  return Math.min(Number.POSITIVE_INFINITY, ...spans);
}

test('no window of a minute ever holds more calls than the vendor allows, whenever it is planned', () => {
  const pauses = fc.array(fc.integer({ min: 20, max: 15_000 }), { minLength: 50, maxLength: 400 });
  const broken = fc.check(
    fc.property(pauses, (all) => {
      let at = start;
      return shortestThousand(planned(all.map((pause) => (at += pause)))) >= 60_000;
    }),
    { numRuns: 60 },
  );
  expect(broken.counterexample).toBeNull();
  expect(broken.failed).toBe(false);
});

test('what is made up for goes out no faster than the shortest window allows, whoever plans it', () => {
  // Two replicas after half a minute without either.
  const calls = planned([start, start + 30_000, start + 30_010, start + 30_400, start + 30_700, start + 31_000]);
  const later = calls.filter((at) => at >= start + 30_000).toSorted((one, other) => one - other);
  expect(later.length).toBeGreaterThan(40);
  for (const [index, at] of later.entries())
    expect((later[index + 50] ?? Number.POSITIVE_INFINITY) - at).toBeGreaterThanOrEqual(1_000);
});

test('a sender that is always there uses the rate to nearly the full, and a moment lost is made up for', () => {
  const always = Array.from({ length: 3_000 }, (_, index) => start + index * 200);
  const perMinute = (calls: readonly number[]): number => (calls.length / 600) * 60;
  expect(perMinute(planned(always))).toBeGreaterThan(960);
  // Ten seconds out of every sixty without anybody.
  const gone = always.filter((at) => (at - start) % 60_000 > 10_000);
  expect(perMinute(planned(gone))).toBeGreaterThan(940);
});
