/**
 * Four months over a small city in seconds: what was promised and nothing else, after days down too, and with two processes
 * at once. The whole year over 300 departments is `npm run bench -- reminders`.
 */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStore, type Store } from '#prisma/store.ts';
import { freshLocation, type FreshLocation } from '#prisma/test-store.ts';
import { planCity } from './city-plan.fixture.ts';
import { runYear } from './virtual-year.fixture.ts';

let place: FreshLocation;
let stores: Store[];
beforeEach(async () => {
  place = await freshLocation();
  stores = [await openStore(place.location)];
});
afterEach(async () => {
  for (const store of stores) await store.close();
  await place.remove();
});

const store = (): Store => {
  const [first] = stores;
  if (!first) throw new Error('no store is open');
  return first;
};

test('every reminder that the rules promise in four months, none other, after five days down as well', async () => {
  const plan = planCity({ departments: 12, work: 130 }, 20_260_101);
  const year = await runYear(store(), plan, { months: 4, down: ['2026-03-09', '2026-03-13'] });
  expect(year.promised.length).toBeGreaterThan(150);
  expect(year.promised.filter((line) => line.endsWith(' late')).length).toBeGreaterThan(5);
  expect(year.sent).toEqual(year.promised);
  expect(year.messages).toBeGreaterThanOrEqual(year.promisedMessages);
  expect({ untimely: year.untimely, afterTheAct: year.afterTheAct }).toEqual({ untimely: 0, afterTheAct: 0 });
}, 300_000);

test('two processes on one store send nothing twice and nothing less', async () => {
  if (store().kind === 'postgresql') stores.push(await openStore(place.location));
  const plan = planCity({ departments: 8, work: 90 }, 7);
  // On the embedded database the second process is a second worker on the same connection.
  const year = await runYear(store(), plan, { months: 2, replicas: [store(), stores.at(-1) ?? store()] });
  expect(year.promised.length).toBeGreaterThan(30);
  expect(year.sent).toEqual(year.promised);
  const rows = await store().db.message.findMany({
    where: { direction: 'outbound' },
    select: { conversationId: true, at: true },
  });
  expect(new Set(rows.map(({ conversationId, at }) => `${conversationId} ${at.toISOString()}`)).size).toBe(rows.length);
}, 300_000);
