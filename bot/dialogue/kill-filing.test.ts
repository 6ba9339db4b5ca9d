import { expect, test } from 'vitest';
import { freshLocation } from '#prisma/test-store.ts';
import { killFilings } from './kill-filing.fixture.ts';

test('kill -9 at any moment: every confirmed filing is there once and whole', { timeout: 240_000 }, async () => {
  const { location, remove } = await freshLocation();
  let round = 0;
  // Spread over the length of a filing, so that kills fall into its different moments.
  const report = await killFilings(location, 12, () => 400 + (((round += 1) * 367) % 1_100));
  await remove();
  expect(report.kills).toBeGreaterThan(1);
  expect(report).toMatchObject({ lost: [], torn: [] });
});
