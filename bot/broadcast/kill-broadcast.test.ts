import { expect, test } from 'vitest';
import { freshLocation } from '#prisma/test-store.ts';
import { simulate } from './loopback/simulation.fixture.ts';

test('killed while it sends, everybody is reached once or listed as unknown, and the report adds up', async () => {
  const { location, remove } = await freshLocation();
  const replicas = 'dataDir' in location ? 1 : 2;
  const scale = { people: 500, seconds: 4, timeoutMs: 800, pauseEverySeconds: 2, pauseMs: 300, trouble: 0.01 };
  const report = await simulate({ location, scale, kills: 2, replicas, pause: () => 800 });
  await remove();
  expect(report).toMatchObject({ roster: 500, doubled: [], missing: [], unsaid: [], kills: 2 });
  const { sent, failed, unreachable, excluded, unknown } = report.states;
  expect({ unreachable, excluded }).toEqual({ unreachable: 5, excluded: 5 });
  expect(sent + failed + unreachable + excluded + unknown).toBe(500);
  // Every department whose people were not all reached has asked its contact, or has lost that answer too.
  expect(report.forwarded).toBeLessThanOrEqual(2);
  expect(sent).toBeGreaterThan(300);
}, 180_000);
