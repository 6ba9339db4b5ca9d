/**
 * The durable queue under the jobs: pg-boss over the store's own connections, in tables our migrations made.
 *
 * Only what carries a job is here: waiting, taking, finishing, trying again, giving up. Nothing listens, nothing polls by
 * itself, and no clock of the database decides what is due: that is the jobs' own business.
 */
import type { Pool } from 'pg';
import PgBoss from 'pg-boss';
import { z } from 'zod';
import type { Prisma } from './generated/client.ts';
import { hintJobs } from './job-hint.ts';
import { anythingWaits, atOnce, JOBS, lockWaiting, running } from './job-queue-sql.ts';

/** Inside a transaction of the caller's: the job is there exactly when what the caller wrote is. */
export type QueueDb = Pick<Prisma.TransactionClient, '$queryRawUnsafe'>;

export interface JobToSend {
  readonly job: string;
  /** JSON. */
  readonly input: unknown;
  /** While a job with the same key waits, no second one is added. */
  readonly key?: string;
  /** Of all jobs sent with this key within one stretch of so many seconds only the first is taken, whoever sent it. */
  readonly oncePerSeconds?: number;
  /** How often it is tried again after a failure, and the wait before the first of these, which then doubles. */
  readonly retries: { readonly limit: number; readonly delaySeconds: number };
  /** One that runs longer is taken for lost and tried again. */
  readonly limitSeconds: number;
}

const payload = z.object({ job: z.string(), input: z.unknown() });
const takenRow = z.object({
  id: z.string(),
  data: payload,
  retryCount: z.number().int(),
  retryLimit: z.number().int(),
  expireInSeconds: z.coerce.number(),
});

/** A job that has been taken: it is ours until its limit has passed. */
export interface TakenJob {
  readonly id: string;
  readonly job: string;
  readonly input: unknown;
  /** 1, 2, 3 … */
  readonly attempt: number;
  /** Its failure is final. */
  readonly last: boolean;
  readonly limitSeconds: number;
}

/** Knows the statements; whoever sends says over which connection. */
const statements = new PgBoss({ db: { executeSql: () => Promise.reject(new Error('no connection was named')) } });

const over = (db: QueueDb): PgBoss.Db => ({
  executeSql: async (text, values) => ({ rows: await db.$queryRawUnsafe<unknown[]>(text, ...values) }),
});

/** @returns whether a job was added; false: one with its key is there already, and waits until this transaction is through */
export async function sendJob(db: QueueDb, sent: JobToSend): Promise<boolean> {
  const { job, input, retries } = sent;
  const key = sent.key === undefined ? null : `${job}:${sent.key}`;
  const options: PgBoss.SendOptions = {
    // Without a key of its own a job would be taken for the one that waits.
    singletonKey: key ?? crypto.randomUUID(),
    ...(sent.oncePerSeconds !== undefined && { singletonSeconds: sent.oncePerSeconds }),
    retryLimit: retries.limit,
    retryDelay: retries.delaySeconds,
    retryBackoff: true,
    expireInSeconds: sent.limitSeconds,
    db: over(db),
  };
  for (;;) {
    const id = await statements.send(JOBS, { job, input: input ?? null }, options);
    if (id !== null) {
      hintJobs();
      return true;
    }
    if (key === null || sent.oncePerSeconds !== undefined) return false;
    // Who takes the waiting one now would not see what this transaction writes: it is held back until that is there.
    if ((await db.$queryRawUnsafe<unknown[]>(lockWaiting, key)).length > 0) return false;
  }
}

export class JobQueue {
  readonly #pool: Pool;

  readonly #boss: PgBoss;

  constructor(pool: Pool) {
    this.#pool = pool;
    this.#boss = new PgBoss({
      db: { executeSql: async (text, values) => await pool.query(text, values) },
      archiveCompletedAfterSeconds: 3_600,
      deleteAfterDays: 7,
    });
  }

  /** Takes what waits, at most so many, in the order it was sent. */
  async take(most: number): Promise<readonly TakenJob[]> {
    if ((await this.#pool.query(anythingWaits)).rows.length === 0) return [];
    const rows = await this.#boss.fetch(JOBS, { batchSize: most, includeMetadata: true });
    return rows.map((row) => {
      const { id, data, retryCount, retryLimit, expireInSeconds } = takenRow.parse(row);
      const attempt = retryCount + 1;
      return { id, ...data, input: data.input, attempt, last: attempt > retryLimit, limitSeconds: expireInSeconds };
    });
  }

  /** @param db done in this transaction; @returns false when it has been taken for lost meanwhile: somebody else does it */
  async finish(id: string, db?: QueueDb): Promise<boolean> {
    const result: unknown = await this.#boss.complete(JOBS, id, {}, db ? { db: over(db) } : {});
    return z.object({ affected: z.number() }).parse(result).affected === 1;
  }

  /** It will be tried again after a wait, or is dead. */
  async fail(id: string, error: unknown): Promise<void> {
    const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
    await this.#boss.fail(JOBS, id, { name, message, stack });
  }

  /** Jobs whose time is over are tried again; finished ones are put away, and forgotten after a week. */
  async sweep(): Promise<void> {
    await this.#boss.maintain();
  }

  /** For a store that is ours alone: what runs was left by a process that is gone, and is tried again; how many. */
  async takeOver(): Promise<number> {
    const { rows } = await this.#pool.query<{ id: string }>(running);
    for (const { id } of rows) await this.fail(id, new Error('the process ended while it ran'));
    // That was no fault of theirs: they need not wait.
    if (rows.length > 0) await this.#pool.query(atOnce, [rows.map(({ id }) => id)]);
    return rows.length;
  }
}
