/** Runs one taken job to its end: done, to be tried again, or dead, which the operator is told. */
import { noticeReply } from '#bot/dialogue/notice-reply.ts';
import type { TakenJob } from '#prisma/job-queue.ts';
import { defaultRetries } from '#tools/jobs/enqueue.ts';
import type { JobContext } from '#tools/jobs/job.ts';
import type { JobRunnerParts } from './job-runner.ts';

/** Before the limit has passed the handler is told to end. */
const headStartMs = 5_000;

/** Never rejects: this is the job's one catch. */
export async function runJob(taken: TakenJob, parts: JobRunnerParts, stopping: AbortSignal): Promise<void> {
  const { queue, jobs, log } = parts;
  const about = { job: taken.job, id: taken.id, attempt: taken.attempt };
  const timeUp = AbortSignal.timeout(Math.max(1_000, taken.limitSeconds * 1_000 - headStartMs));
  const finished = { within: false };
  try {
    const job = jobs.find(({ name }) => name === taken.job);
    if (!job) throw new Error(`no job is called ${taken.job}: it was sent by another version of the program`);
    const context = contextOf(taken, parts, AbortSignal.any([stopping, timeUp]), finished);
    await job.handle(job.input.parse(taken.input), context);
    if (!finished.within && !(await queue.finish(taken.id)))
      log.warn(about, 'a job took longer than its limit and is done again');
  } catch (error) {
    if (error instanceof TakenForLost) return log.warn(about, error.message);
    if (finished.within) return log.error({ err: error, ...about }, 'a job failed after its work was done');
    await failed(error, taken, parts, about);
  }
}

async function failed(
  error: unknown,
  { id, last }: TakenJob,
  { queue, log, jobs }: JobRunnerParts,
  about: { readonly job: string },
): Promise<void> {
  const retries = jobs.find(({ name }) => name === about.job)?.retries ?? defaultRetries;
  if (last) log.error({ err: error, ...about }, 'a job failed for the last time: see `npm run jobs`');
  else log.warn({ err: error, ...about, of: retries.limit + 1 }, 'a job failed and will be tried again');
  try {
    await queue.fail(id, error);
  } catch (cause) {
    log.error(
      { err: cause, ...about },
      'the failure of a job could not be recorded; it is tried again once its limit has passed',
    );
  }
}

/** Its time had passed and somebody else has it: what this try wrote last is not kept. */
class TakenForLost extends Error {
  constructor() {
    super('a job took longer than its limit: what it wrote last is left to the next try');
    this.name = 'TakenForLost';
  }
}

function contextOf(
  taken: TakenJob,
  { store, queue, courier, log, now }: JobRunnerParts,
  signal: AbortSignal,
  finished: { within: boolean },
): JobContext {
  const begun = now();
  return {
    db: store.db,
    now: begun,
    attempt: taken.attempt,
    last: taken.last,
    signal,
    log: log.child({ job: taken.job }),
    write: async (work) => {
      const sendOn: (() => void)[] = [];
      let ends = false;
      const result = await store.db.$transaction(async (db) =>
        work({
          db,
          tell: async (notice) => void sendOn.push(await courier.post(db, notice, noticeReply(notice), begun)),
          finish: async () => {
            if (!(await queue.finish(taken.id, db))) throw new TakenForLost();
            ends = true;
          },
        }),
      );
      if (ends) finished.within = true;
      for (const send of sendOn) send();
      return result;
    },
  };
}
