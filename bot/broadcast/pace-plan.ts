/** When a channel's next calls may go out: at its pace, making up for lost time only as far as the vendor's own window has room. */
import { z } from 'zod';
import { callPace, type ChannelLimits } from '#tools/broadcast/channel-limits.ts';

/** What all replicas know of a channel. */
export interface Pace {
  readonly nextAt: Date;
  readonly blockedUntil: Date | null;
  readonly failures: number;
  readonly recent: unknown;
}

/** How far ahead calls are planned: a process that dies keeps them from the others for no longer than its lease. */
const aheadMs = 500;
const recentSchema = z.array(z.tuple([z.number(), z.number()]));

export class PacePlan {
  readonly #limits: ChannelLimits;
  readonly #until: number;
  readonly #at: number;
  readonly #recent: (readonly [number, number])[];
  /** Where the pace stands: behind the present when there is something to make up for. */
  #next: number;
  /** The last moment anybody was given. */
  #last: number;
  #left: number;

  constructor(limits: ChannelLimits, { at, nextAt, recent }: Pick<Pace, 'nextAt' | 'recent'> & { readonly at: Date }) {
    const { window } = callPace(limits, limits.batch);
    this.#limits = limits;
    this.#at = at.getTime();
    this.#until = this.#at + aheadMs;
    // A moment nobody used may be used later, while the window it belongs to lasts.
    this.#next = Math.max(nextAt.getTime(), this.#at - window.milliseconds / 2);
    this.#recent = recentSchema.parse(recent).filter(([time]) => time > this.#at - window.milliseconds);
    this.#last = this.#recent.at(-1)?.[0] ?? Number.NEGATIVE_INFINITY;
    this.#left = window.room - this.#recent.reduce((sum, [, weight]) => sum + weight, 0);
  }

  /** Calls for full batches that may be planned now. */
  get room(): number {
    const { interval, spacing, weight } = callPace(this.#limits, this.#limits.batch);
    const byWindow = Math.floor(this.#left / weight(this.#limits.batch));
    if (this.#moment > this.#until || byWindow < 1) return 0;
    const byPace = Math.floor((this.#until - this.#next) / interval);
    const bySpacing = Math.floor((this.#until - this.#moment) / spacing);
    return Math.min(byWindow, Math.max(1, Math.min(byPace, bySpacing)));
  }

  /** The next one: no earlier than now, and after the last one by as much as the shortest window asks for. */
  get #moment(): number {
    const { spacing } = callPace(this.#limits, this.#limits.batch);
    return Math.max(this.#next, this.#at, this.#last + spacing);
  }

  /** Milliseconds until there is room again. */
  get waitMs(): number {
    const { window } = callPace(this.#limits, this.#limits.batch);
    const [oldest] = this.#recent;
    const byWindow = oldest ? oldest[0] + window.milliseconds - this.#at : 0;
    const byPace = this.#moment - this.#until;
    return Math.min(5_000, Math.max(50, this.#left < 1 ? byWindow : byPace));
  }

  /** The moment of one more call; null when it has to wait for another planning. */
  next(people: number): Date | null {
    const { interval, weight } = callPace(this.#limits, people);
    const moment = this.#moment;
    if (moment > this.#until || weight(people) > this.#left) return null;
    this.#next += interval;
    this.#last = moment;
    this.#left -= weight(people);
    this.#recent.push([moment, weight(people)]);
    return new Date(moment);
  }

  get nextAt(): Date {
    return new Date(this.#next);
  }

  /** Entries of one moment taken together, oldest first. */
  get recent(): readonly (readonly [number, number])[] {
    const slot = callPace(this.#limits, this.#limits.batch).window.milliseconds / 100;
    const slots = new Map<number, [number, number]>();
    for (const [time, weight] of this.#recent.toSorted(([one], [other]) => one - other)) {
      const known = slots.get(Math.floor(time / slot));
      // The later moment counts: nothing leaves the window too early.
      if (known) slots.set(Math.floor(time / slot), [time, known[1] + weight]);
      else slots.set(Math.floor(time / slot), [time, weight]);
    }
    return [...slots.values()];
  }
}
