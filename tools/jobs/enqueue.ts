/** Sends a job within the caller's transaction: it exists exactly when what the caller wrote does. */
import { sendJob } from '#prisma/job-queue.ts';
import type { QueueDb } from '#prisma/job-queue.ts';
import type { Job } from './job.ts';

export const defaultRetries = { limit: 5, delaySeconds: 10 } as const;
export const defaultLimitSeconds = 120;

export interface EnqueueOptions {
  /** While a job with the same key waits, no second one is added: the one that waits will see what is written now. */
  readonly key?: string;
  /** See `JobToSend`. */
  readonly oncePerSeconds?: number;
}

/** @returns whether a job was added */
export async function enqueue<Input>(
  db: QueueDb,
  job: Pick<Job<Input>, 'name' | 'input' | 'retries' | 'limitSeconds'>,
  input: Input,
  options: EnqueueOptions = {},
): Promise<boolean> {
  return await sendJob(db, {
    job: job.name,
    input: job.input.parse(input),
    retries: job.retries ?? defaultRetries,
    limitSeconds: job.limitSeconds ?? defaultLimitSeconds,
    ...options,
  });
}
