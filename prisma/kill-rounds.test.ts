import { afterAll, beforeAll, expect, test } from 'vitest';
import { killRounds } from './kill-rounds.fixture.ts';
import { freshLocation, type FreshLocation } from './test-store.ts';

let fresh: FreshLocation;
beforeAll(async () => {
  fresh = await freshLocation();
});
afterAll(() => fresh.remove());

test(
  'has every confirmed filing once and none by halves after kill -9 at ten moments',
  { timeout: 300_000 },
  async () => {
    const report = await killRounds(fresh.location, 10, (round) => (round * 97) % 500);
    expect(report).toMatchObject({ rounds: 10, lost: [], torn: [] });
    // One before each kill, and at least one more among the rounds that went on writing.
    expect(report.confirmed).toBeGreaterThan(10);
  },
);
