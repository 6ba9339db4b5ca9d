/** What holds of jobs: sent with what was written, done once in effect, tried again, given up in sight of the operator. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { Courier } from '#bot/delivery/courier.ts';
import { createLog } from '#bot/log.ts';
import { listDeadJobs, queueStanding } from '#prisma/dead-jobs.ts';
import { JobQueue } from '#prisma/job-queue.ts';
import type { Store } from '#prisma/store.ts';
import { freshStore } from '#prisma/test-store.ts';
import { enqueue } from '#tools/jobs/enqueue.ts';
import { type AnyJob, defineJob, type JobContext } from '#tools/jobs/job.ts';
import { JobRunner } from './job-runner.ts';
import { reviveJob } from './revive-job.ts';

const now = new Date('2026-03-02T01:00:00Z');
let store: Store;
let logged: Record<string, unknown>[];
beforeAll(async () => {
  store = await freshStore();
});
beforeEach(async () => {
  logged = [];
  await store.db.setting.deleteMany();
  await store.pool.query('DELETE FROM pgboss.job');
});
afterAll(() => store.close());

/** Writes a setting under its own name, and says so in `done`. */
function marking(behave: (mark: string, context: JobContext) => Promise<void> = () => Promise.resolve()) {
  return defineJob({
    name: 'mark-setting',
    purpose: 'Writes a mark.',
    input: z.object({ mark: z.string() }),
    retries: { limit: 1, delaySeconds: 1 },
    async handle({ mark }, context) {
      await context.write(async ({ db, finish }) => {
        await db.setting.create({ data: { key: mark, value: context.attempt, updatedAt: context.now } });
        await finish();
      });
      await behave(mark, context);
    },
  });
}

function runner(...jobs: readonly AnyJob[]): JobRunner {
  const log = createLog('debug', { write: (line) => void logged.push(JSON.parse(line)) });
  const queue = new JobQueue(store.pool);
  return new JobRunner({ store, shared: true, queue, jobs, courier: new Courier(), log, now: () => now });
}

async function drain(one: JobRunner): Promise<number> {
  let begun = 0;
  for (;;) {
    const more = await one.look();
    await one.settled();
    if (more === 0) return begun;
    begun += more;
  }
}

const marks = async (): Promise<string[]> =>
  (await store.db.setting.findMany({ orderBy: { key: 'asc' } })).map(({ key }) => key);

test('a job exists exactly when the transaction that sent it does', async () => {
  const job = marking();
  await expect(
    store.db.$transaction(async (db) => {
      await enqueue(db, job, { mark: 'rolled back' });
      throw new Error('no');
    }),
  ).rejects.toThrow('no');
  await store.db.$transaction(async (db) => {
    await enqueue(db, job, { mark: 'kept' });
  });
  expect(await drain(runner(job))).toBe(1);
  expect(await marks()).toEqual(['kept']);
  expect(await queueStanding(store.pool)).toEqual([]);
});

test('of jobs with one key only one waits, and a new one is taken once the first has begun', async () => {
  const seen: string[] = [];
  const job = defineJob({
    name: 'look',
    purpose: 'Looks at the marks.',
    input: z.object({}),
    async handle(_, { db }) {
      seen.push((await db.setting.findMany({ orderBy: { key: 'asc' } })).map(({ key }) => key).join());
    },
  });
  const write = async (mark: string): Promise<boolean> =>
    store.db.$transaction(async (db) => {
      await db.setting.create({ data: { key: mark, value: 1, updatedAt: now } });
      return enqueue(db, job, {}, { key: 'all' });
    });
  expect([await write('a'), await write('b')]).toEqual([true, false]);
  await drain(runner(job));
  expect(await write('c')).toBe(true);
  await drain(runner(job));
  expect(seen).toEqual(['a,b', 'a,b,c']);
});

test('a waiting job is held back while a transaction that counts on it is open', async () => {
  if (store.kind === 'embedded') return; // One connection: no two transactions are open at once.
  const job = marking();
  await enqueue(store.db, job, { mark: 'x' }, { key: 'k' });
  const one = runner(job);
  const taken: number[] = [];
  await store.db.$transaction(async (db) => {
    expect(await enqueue(db, job, { mark: 'y' }, { key: 'k' })).toBe(false);
    taken.push(await drain(one));
  });
  taken.push(await drain(one));
  expect(taken).toEqual([0, 1]);
});

test('a job that fails is tried again, then dead, said to the operator and revived by them', async () => {
  let broken = true;
  const job = defineJob({
    name: 'break',
    purpose: 'Fails.',
    input: z.object({ mark: z.string() }),
    retries: { limit: 1, delaySeconds: 1 },
    async handle({ mark }, { write, attempt, last, now: at }) {
      await write(async ({ db }) => {
        await db.setting.create({ data: { key: `${mark}-${attempt}-${last}`, value: 1, updatedAt: at } });
        if (broken) throw new Error('the printer is out of paper');
      });
    },
  });
  const one = runner(job);
  await enqueue(store.db, job, { mark: 'm' });
  await drain(one);
  expect((await queueStanding(store.pool)).map(({ state }) => state)).toEqual(['retry']);
  await store.pool.query(`UPDATE pgboss.job SET start_after = now() - interval '1 second'`);
  await drain(one);
  expect(await marks()).toEqual([]);
  expect(await listDeadJobs(store.pool)).toMatchObject([
    { job: 'break', input: { mark: 'm' }, error: 'the printer is out of paper' },
  ]);
  expect(logged.filter(({ level }) => level === 50)).toMatchObject([{ job: 'break', attempt: 2 }]);
  broken = false;
  const [dead] = await listDeadJobs(store.pool);
  expect(await reviveJob(store, [job], dead?.id ?? '')).toBe('break');
  await drain(one);
  expect(await marks()).toEqual(['m-1-false']);
  expect(await listDeadJobs(store.pool)).toEqual([]);
});

test('what a try wrote after it was taken for lost is not kept', async () => {
  const job = marking();
  await enqueue(store.db, job, { mark: 'slow' });
  const queue = new JobQueue(store.pool);
  const [taken] = await queue.take(1);
  // Its time passes while it runs, and the sweep gives it to the next.
  await store.pool.query(`UPDATE pgboss.job SET started_on = now() - interval '1 hour'`);
  await queue.sweep();
  const late = store.db.$transaction(async (db) => {
    await db.setting.create({ data: { key: 'slow', value: 0, updatedAt: now } });
    if (!(await queue.finish(taken?.id ?? '', db))) throw new Error('lost');
  });
  await expect(late).rejects.toThrow('lost');
  await store.pool.query(`UPDATE pgboss.job SET start_after = now() - interval '1 second'`);
  await drain(runner(job));
  expect(await store.db.setting.findMany({ select: { key: true, value: true } })).toEqual([{ key: 'slow', value: 2 }]);
});

test('two runners on one store share the work and do nothing twice', async () => {
  const job = marking();
  const names = Array.from({ length: 60 }, (_, index) => `m${String(index).padStart(2, '0')}`);
  for (const mark of names) await enqueue(store.db, job, { mark });
  const begun = await Promise.all([drain(runner(job)), drain(runner(job))]);
  expect(await marks()).toEqual(names);
  expect((begun[0] ?? 0) + (begun[1] ?? 0)).toBe(60);
  expect(logged.filter(({ level }) => Number(level) > 30)).toEqual([]);
});

test('a recurring job is sent once in its stretch of time, however many runners there are', async () => {
  const ran: string[] = [];
  const job = defineJob({
    name: 'tick',
    purpose: 'Ticks.',
    input: z.object({}),
    everySeconds: 3_600,
    handle: (_, { now: at }) => Promise.resolve(void ran.push(at.toISOString())),
  });
  for (const one of [runner(job), runner(job), runner(job)]) await drain(one);
  // The stretch is the database's: this test may see its hour turn.
  expect(ran.length).toBeGreaterThan(0);
  expect(ran.length).toBeLessThan(3);
});

test('stopping tells the running jobs to end and waits for them', async () => {
  let ended = false;
  let resolve = (): void => {};
  const begun = new Promise<void>((done) => (resolve = done));
  const job = defineJob({
    name: 'wait',
    purpose: 'Waits.',
    input: z.object({}),
    async handle(_, { signal }) {
      resolve();
      await new Promise<void>((aborted) => signal.addEventListener('abort', () => aborted()));
      ended = true;
    },
  });
  const one = runner(job);
  one.start();
  await enqueue(store.db, job, {});
  await begun;
  await one.stop();
  expect(ended).toBe(true);
  expect(await queueStanding(store.pool)).toEqual([]);
});
