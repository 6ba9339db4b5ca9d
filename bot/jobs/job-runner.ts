/** Runs the jobs: looks for waiting ones, several at a time, sends the recurring ones, and ends gracefully. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Courier } from '#bot/delivery/courier.ts';
import type { Log } from '#bot/log.ts';
import { onJobHint } from '#prisma/job-hint.ts';
import type { JobQueue, TakenJob } from '#prisma/job-queue.ts';
import type { Store } from '#prisma/store.ts';
import { enqueue } from '#tools/jobs/enqueue.ts';
import type { AnyJob } from '#tools/jobs/job.ts';
import { runJob } from './run-job.ts';

/** Jobs of this process at a time; on the embedded database they share one connection with everybody. */
const atOnce = 4;
/** Between two looks when nothing was found; a job sent in this process does not wait for it. */
const lookAfterMs = 2_000;
/** After a hint: the transaction that sent it is through by one of these. */
const eagerLooksMs = [20, 100, 500];
const sweepAfterMs = 30_000;

export interface JobRunnerParts {
  readonly store: Pick<Store, 'db'>;
  /** Whether other processes may run jobs of the same store. */
  readonly shared: boolean;
  readonly queue: JobQueue;
  readonly jobs: readonly AnyJob[];
  readonly courier: Pick<Courier, 'post'>;
  readonly log: Log;
  readonly now: () => Date;
}

export class JobRunner {
  readonly #parts: JobRunnerParts;
  readonly #stopping = new AbortController();
  readonly #underWay = new Set<Promise<void>>();
  readonly #due = new Map<string, number>();
  #sweptAt = 0;
  #wakeUp: (() => void) | null = null;
  #hinted = false;
  #looking: Promise<void> | null = null;

  constructor(parts: JobRunnerParts) {
    this.#parts = parts;
  }

  /** Nothing is looked at before. */
  start(): void {
    this.#looking ??= this.#lookOn();
  }

  /** Takes no more, tells the running ones to end and waits for them; what does not end in time is done again later. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    this.#wakeUp?.();
    await this.#looking;
    await Promise.all(this.#underWay);
  }

  /** One look: sends what recurs, takes what waits and begins it; how many were begun. */
  async look(): Promise<number> {
    const { queue } = this.#parts;
    await this.#sendRecurring();
    await this.#sweep();
    const free = atOnce - this.#underWay.size;
    const taken = free > 0 ? await queue.take(free) : [];
    for (const job of taken) this.#begin(job);
    return taken.length;
  }

  /** Resolves once nothing that was begun runs any more. */
  async settled(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.all(this.#underWay);
  }

  async #lookOn(): Promise<void> {
    const { log, queue, shared } = this.#parts;
    const stopListening = onJobHint(() => void this.#eager());
    try {
      if (!shared) {
        const left = await this.#orReport(() => queue.takeOver(), 0);
        if (left > 0) log.warn({ left }, 'jobs that a process which is gone had begun are tried again');
      }
      while (!this.#stopping.signal.aborted) {
        const begun = await this.#orReport(() => this.look(), 0);
        // With every place taken the end of a job is what is waited for.
        if (begun === 0 || this.#underWay.size >= atOnce) await this.#pause();
      }
    } finally {
      stopListening();
    }
  }

  async #orReport<Result>(work: () => Promise<Result>, otherwise: Result): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      this.#parts.log.error({ err: error }, 'looking for jobs failed');
      await this.#pause();
      return otherwise;
    }
  }

  #begin(taken: TakenJob): void {
    const running = runJob(taken, this.#parts, this.#stopping.signal).finally(() => {
      this.#underWay.delete(running);
      this.#wakeUp?.();
    });
    this.#underWay.add(running);
  }

  async #pause(): Promise<void> {
    if (this.#stopping.signal.aborted) return;
    const waiting = new AbortController();
    this.#wakeUp = () => waiting.abort();
    try {
      await sleep(lookAfterMs, undefined, { signal: waiting.signal, ref: false });
    } catch {
      // Woken up: there may be something.
    }
  }

  async #eager(): Promise<void> {
    if (this.#hinted) return;
    this.#hinted = true;
    for (const ms of eagerLooksMs) {
      await sleep(ms, undefined, { ref: false });
      this.#hinted = false;
      this.#wakeUp?.();
    }
  }

  async #sendRecurring(): Promise<void> {
    const { jobs, store, now } = this.#parts;
    const at = now().getTime();
    for (const job of jobs) {
      const { name, everySeconds } = job;
      if (everySeconds === undefined || at < (this.#due.get(name) ?? 0)) continue;
      await enqueue(store.db, job, {}, { key: 'every', oncePerSeconds: everySeconds });
      this.#due.set(name, at + everySeconds * 1_000);
    }
  }

  async #sweep(): Promise<void> {
    const at = this.#parts.now().getTime();
    if (at - this.#sweptAt < sweepAfterMs) return;
    this.#sweptAt = at;
    await this.#parts.queue.sweep();
  }
}
