/** The jobs that were given up, and how the queue stands: for the operator. */
import type { Pool } from 'pg';
import { z } from 'zod';
import { deadJobs, takeDead, waitingByJob } from './job-queue-sql.ts';
import type { QueueDb } from './job-queue.ts';

const payload = z.object({ job: z.string(), input: z.unknown() });

const deadRow = z.object({
  id: z.string(),
  data: payload,
  /** What the last try failed with. */
  output: z.object({ message: z.string().optional(), value: z.object({ message: z.string() }).optional() }).nullable(),
  diedAt: z.date(),
});

export interface DeadJob {
  readonly id: string;
  readonly job: string;
  readonly input: unknown;
  readonly diedAt: Date;
  readonly error: string;
}

export async function listDeadJobs(pool: Pool): Promise<readonly DeadJob[]> {
  const { rows } = await pool.query(deadJobs);
  return z
    .array(deadRow)
    .parse(rows)
    .map(({ id, data, output, diedAt }) => {
      const error = output?.message ?? output?.value?.message ?? '';
      return { id, job: data.job, input: data.input, diedAt, error };
    });
}

/** Takes one out, to be sent anew in the same transaction or to be forgotten; null when there is no such one. */
export async function takeDeadJob(db: QueueDb, id: string): Promise<{ job: string; input?: unknown } | null> {
  const rows = await db.$queryRawUnsafe<unknown[]>(takeDead, id);
  return z.array(z.object({ data: payload })).parse(rows)[0]?.data ?? null;
}

const standingRow = z.object({ job: z.string(), state: z.string(), count: z.number(), since: z.date() });
export type QueueStanding = z.infer<typeof standingRow>;

/** What waits, waits to be tried again, or runs. */
export async function queueStanding(pool: Pool): Promise<readonly QueueStanding[]> {
  const { rows } = await pool.query(waitingByJob);
  return z.array(standingRow).parse(rows);
}
