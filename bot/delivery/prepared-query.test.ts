import { afterAll, beforeAll, expect, it } from 'vitest';
import { freshStore } from '#prisma/test-store.ts';
import type { Store } from '#prisma/store.ts';
import { runPrepared, statement } from './prepared-query.ts';

let store: Store;
beforeAll(async () => void (store = await freshStore()));
afterAll(() => store.close());

const sum = statement('sum', 'SELECT $1::int + $2::int AS "sum"');

it('goes on when its connection is lost and the name of the statement is still taken', async () => {
  const run = async (): Promise<unknown> => (await runPrepared<{ sum: number }>(store.pool, sum, [2, 3]))[0]?.sum;
  expect(await run()).toBe(5);
  for (let losses = 0; losses < 2; losses += 1) {
    const connection = await store.pool.connect();
    connection.release(true);
    expect([await run(), await run()]).toEqual([5, 5]);
  }
});

it('goes on when the statement vanished', async () => {
  expect(await runPrepared(store.pool, sum, [1, 1])).toEqual([{ sum: 2 }]);
  await store.pool.query('DEALLOCATE ALL');
  expect(await runPrepared(store.pool, sum, [1, 2])).toEqual([{ sum: 3 }]);
});

it('does not hide what is wrong with the statement itself', async () => {
  await expect(runPrepared(store.pool, statement('zero', 'SELECT 1 / $1::int'), [0])).rejects.toThrow(
    'division by zero',
  );
});

it('names a statement by its text', () => {
  expect(statement('a', 'SELECT 1').name).not.toBe(statement('a', 'SELECT 2').name);
  expect(statement('a', 'SELECT 1').name.length).toBeLessThan(63);
});
