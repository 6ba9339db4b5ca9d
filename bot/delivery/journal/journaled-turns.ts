/** Turns on their way into the store: in the journal at once, in the store a moment later, many at a time and in order. */
import { existsSync } from 'node:fs';
import type { Pool } from 'pg';
import { type Log, silentLog } from '#bot/log.ts';
import { runPrepared } from '../prepared-query.ts';
import { recordTurns } from './record-turns-sql.ts';
import { TurnJournal } from './turn-journal.ts';

/** How long turns are gathered before they are brought in, in milliseconds. */
const gatherMs = 10;
const mostAtOnce = 200;
/** So many turns may wait before the next one waits with them. */
const longestBacklog = 2_000;
/** Tries to bring turns in, and the wait between them in milliseconds. */
const mostTries = 5;
const betweenTriesMs = 200;

export interface JournaledTurnsParts {
  readonly folder: string;
  readonly pool: Pool;
  readonly log: Log;
}

export class JournaledTurns {
  readonly #parts: JournaledTurnsParts;
  readonly #journal: TurnJournal;
  #waiting: string[];
  #leftBefore: boolean;
  #flushing: Promise<void> | null = null;
  #timer: NodeJS.Timeout | undefined;

  constructor(parts: JournaledTurnsParts) {
    this.#parts = parts;
    this.#journal = new TurnJournal(parts.folder);
    this.#waiting = [...this.#journal.left()];
    this.#leftBefore = true;
    if (this.#waiting.length > 0) parts.log.info({ turns: this.#waiting.length }, 'turns of an earlier run brought in');
  }

  /** On the disk's way when this resolves; only a long backlog makes it wait. */
  async add(line: string): Promise<void> {
    if (this.#leftBefore || this.#waiting.length >= longestBacklog) await this.settled();
    this.#journal.append(line);
    this.#waiting.push(line);
    this.#timer ??= setTimeout(() => void this.#flush(), gatherMs);
  }

  /** Resolves once everything that was added can be read in the store. */
  async settled(): Promise<void> {
    while (this.#leftBefore || this.#waiting.length > 0 || this.#flushing) await this.#flush();
  }

  get idle(): boolean {
    return !this.#leftBefore && this.#waiting.length === 0 && this.#flushing === null;
  }

  #flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#flushing ??= this.#bringIn().finally(() => (this.#flushing = null));
    return this.#flushing;
  }

  async #bringIn(): Promise<void> {
    const lines = this.#waiting;
    this.#waiting = [];
    const file = this.#leftBefore ? null : this.#journal.swap();
    for (let from = 0; from < lines.length; from += mostAtOnce)
      await this.#record(lines.slice(from, from + mostAtOnce));
    if (file === null) this.#journal.clear();
    else this.#journal.strike(file);
    this.#leftBefore = false;
  }

  /** One that the store refuses is set aside; the others go in without it. */
  async #record(lines: readonly string[]): Promise<void> {
    for (let tries = 1; ; tries += 1) {
      try {
        await runPrepared(this.#parts.pool, recordTurns, [`[${lines.join(',')}]`]);
        return;
      } catch (error) {
        if (tries < mostTries && lines.length === 1)
          await new Promise((resolve) => setTimeout(resolve, betweenTriesMs));
        else if (lines.length > 1) {
          for (const line of lines) await this.#record([line]);
          return;
        } else {
          const place = this.#journal.refuse(lines.join('\n'));
          this.#parts.log.error({ err: error, place }, 'a turn could not be recorded in the store and was set aside');
          return;
        }
      }
    }
  }
}

/** For programs that take no turns themselves and read the store: a backup is to hold every turn that was answered. */
export async function bringInLeftTurns(folder: string, pool: Pool): Promise<void> {
  if (existsSync(folder)) await new JournaledTurns({ folder, pool, log: silentLog() }).settled();
}
