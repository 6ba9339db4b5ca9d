import { expect, test } from 'vitest';
import { freshLocation } from '#prisma/test-store.ts';
import { killFilings } from './kill-filing.fixture.ts';

test('kill -9 at any moment: every confirmed filing is there once and whole', { timeout: 240_000 }, async () => {
  const { location, remove } = await freshLocation();
  let round = 0;
  // Spread over the length of a filing, so that kills fall into its different moments; a slow machine needs the longer ones.
  const report = await killFilings(location, 12, () => 40 + (((round += 1) * 97) % 260) * (1 + Math.floor(round / 8)));
  await remove();
  expect(report.kills).toBeGreaterThan(1);
  expect(report).toMatchObject({ lost: [], torn: [] });
});
