/** After a holiday notice was entered: counts every open clock anew, notes what moved or became firm, and tells whom it concerns, once. */
import { createCalendar } from '#tools/deadlines/calendar/calendar.ts';
import { builtInNotices } from '#tools/deadlines/calendar/load-calendar.ts';
import { type StoredNotice, storedNotices } from '#tools/deadlines/calendar/stored-notices.ts';
import { type ClockReading, readClock } from '#tools/deadlines/read-clock.ts';
import type { Notice } from '#tools/notice.ts';
import type { Db } from '#tools/tool-context.ts';
import { openClocks, type OpenClock } from './open-clocks.ts';
import type { Recounted } from './recount-words.ts';
import { settleRecount } from './settle-recount.ts';

export interface RecountParts {
  /** For looking. */
  readonly db: Db;
  readonly now: Date;
  /** Aborted: end soon; the next run goes on from there. */
  readonly signal?: { readonly aborted: boolean };
  /** One transaction; what is told in it is kept with it, and sent on once that is safe. */
  readonly write: <Result>(work: (write: RecountWrite) => Promise<Result>) => Promise<Result>;
}

export interface RecountWrite {
  readonly db: Db;
  readonly tell: (notice: Notice) => Promise<void>;
}

export interface Recount {
  /** Open clocks looked at. */
  readonly clocks: number;
  /** Those of which a last day is another now, by either rule; counted once, by whoever noted it. */
  readonly moved: number;
  /** Those that stay on their day, which is provisional no more. */
  readonly settled: number;
  /** Messages. */
  readonly told: number;
}

/**
 * May be called at any time and again: for each notice and clock it happens once, in a transaction of its own, and a
 * run that was cut short is gone on with. A clock that began after the notice was entered was right from the beginning.
 */
export async function recountClocks({ db, now, signal, write }: RecountParts): Promise<Recount> {
  const notices = await storedNotices(db);
  if (notices.length === 0) return { clocks: 0, moved: 0, settled: 0, told: 0 };
  const clocks = await openClocks(db);
  const done = { clocks: clocks.length, moved: 0, settled: 0, told: 0 };
  for (const [index, notice] of notices.entries()) {
    const known = [...builtInNotices(), ...notices.slice(0, index)];
    const calendar = { before: createCalendar(known), after: createCalendar([...known, notice]) };
    // Of thousands most began on the same few hundred days: what was counted once is not counted again.
    const counted = new Map<string, boolean>();
    const touched = clocks.flatMap((clock): Touched[] => {
      if (clock.begunAt >= notice.enteredAt) return [];
      const same = JSON.stringify([clock.limit.id, clock.events]);
      const touches = counted.get(same) ?? recount(clock, { notice, calendar, now }) !== null;
      counted.set(same, touches);
      return touches ? [{ clock, key: keyOf(notice, clock) }] : [];
    });
    const settled = await settledKeys(db, touched);
    for (const { clock, key } of touched) {
      if (signal?.aborted) return done;
      if (settled.has(key)) continue;
      const outcome = await write((open) =>
        settleRecount(open, {
          key,
          clock,
          now,
          recount: (fresh) => recount(fresh, { notice, calendar, now }),
        }),
      );
      if (!outcome) continue;
      done.told += outcome.told;
      if (outcome.moved) done.moved += 1;
      else done.settled += 1;
    }
  }
  return done;
}

interface Touched {
  readonly clock: OpenClock;
  readonly key: string;
}

/** Null: it is as it was. */
function recount(
  { limit, events }: Pick<OpenClock, 'limit' | 'events'>,
  { notice, calendar, now }: Pick<Recounted, 'calendar'> & { readonly notice: StoredNotice; readonly now: Date },
): Recounted | null {
  const before = readClock({ limit, events, calendar: calendar.before, now, settled: true });
  const after = readClock({ limit, events, calendar: calendar.after, now, settled: true });
  return facts(before) === facts(after) ? null : { before, after, notice, calendar };
}

const facts = ({ municipal, higher, provisional }: ClockReading): string =>
  [municipal?.due, higher?.due, provisional].join();

const keyOf = ({ year, revision }: StoredNotice, { subject, limit }: OpenClock): string =>
  `recount:${year}-${revision}:${subject.kind}:${subject.id}:${limit.id}`;

async function settledKeys(db: Db, touched: readonly Touched[]): Promise<ReadonlySet<string>> {
  const rows = await db.toolRun.findMany({
    where: { key: { in: touched.map(({ key }) => key) } },
    select: { key: true },
  });
  return new Set(rows.map(({ key }) => key));
}
