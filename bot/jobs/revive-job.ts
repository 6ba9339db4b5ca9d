/** Gives a dead job another life: taken out and sent anew in one transaction. */
import { takeDeadJob } from '#prisma/dead-jobs.ts';
import type { Store } from '#prisma/store.ts';
import { enqueue } from '#tools/jobs/enqueue.ts';
import type { AnyJob } from '#tools/jobs/job.ts';

/** @returns its name; null when no dead job has this id */
export async function reviveJob(store: Pick<Store, 'db'>, jobs: readonly AnyJob[], id: string): Promise<string | null> {
  return await store.db.$transaction(async (db) => {
    const dead = await takeDeadJob(db, id);
    if (dead === null) return null;
    const job = jobs.find(({ name }) => name === dead.job);
    if (!job) throw new Error(`no job is called ${dead.job} in this version of the program`);
    await enqueue(db, job, dead.input);
    return job.name;
  });
}
