/** A job: work that goes on without anybody waiting for it, safe from a process that dies, done again where that happened. */
import type { z } from 'zod';
import type { Notice } from '#tools/notice.ts';
import type { Db } from '#tools/tool-context.ts';

export interface JobLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
}

/** One transaction of a job's. */
export interface JobWrite {
  readonly db: Db;
  /** Tells somebody in their own chat: kept with what is written, shown and sent on once that is safe. */
  readonly tell: (notice: Notice) => Promise<void>;
  /**
   * The job is done exactly when this transaction is: its effect happens once, even where the process dies in between.
   * Fails the transaction when the job was taken for lost meanwhile and somebody else does it.
   */
  readonly finish: () => Promise<void>;
}

export interface JobContext {
  /** For looking; what is written goes through `write`. */
  readonly db: Db;
  /** The moment this try began: what is due is judged by it, never by a clock of the database. */
  readonly now: Date;
  /** 1, 2, 3 …; `last`: when it fails now, the job is dead and the operator sees it. */
  readonly attempt: number;
  readonly last: boolean;
  /** Aborted when the program stops or the time limit nears: end soon, and be ready to be called again. */
  readonly signal: AbortSignal;
  readonly log: JobLog;
  /** Keep it short: on the embedded database everybody else waits meanwhile. */
  readonly write: <Result>(work: (write: JobWrite) => Promise<Result>) => Promise<Result>;
}

export interface Job<Input = unknown> {
  /** Kebab-case verb-object, unique: `send-reminders`. A job in the queue is found again by it after an update. */
  readonly name: string;
  /** One sentence for the operator. */
  readonly purpose: string;
  readonly input: z.ZodType<Input>;
  /** It is also sent by itself, with the input `{}`, once in each stretch of so many seconds (at most 3600) over all replicas. */
  readonly everySeconds?: number;
  /** Default 120. A try that takes longer is taken for lost and made again, so longer work is cut into pieces that send the next. */
  readonly limitSeconds?: number;
  /** Default 5 more tries, the first after 10 seconds, each wait twice the one before. */
  readonly retries?: { readonly limit: number; readonly delaySeconds: number };
  /** May be called again for work that is done or half done, also twice at once: look at the rows, not at the input. */
  handle(input: Input, context: JobContext): Promise<void>;
}

/** Checks nothing at run time; gives the definition its types. */
export function defineJob<Input>(job: Job<Input>): Job<Input> {
  return job;
}

/** A job whose types are forgotten, as the list and the runner hold it. */
export type AnyJob = Job;
