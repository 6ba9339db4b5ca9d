/** The last day of the answer, if the request is received now. */
import type { IsoDate } from '#tools/deadlines/iso-date.ts';
import { changshaDay } from '#tools/deadlines/changsha-day.ts';
import { limitOf } from '#tools/deadlines/limit-of.ts';
import { loadLimits } from '#tools/deadlines/load-limits.ts';
import { readClock } from '#tools/deadlines/read-clock.ts';
import type { Db } from '#tools/tool-context.ts';
import { cityCalendar } from './city-calendar.ts';

export async function expectedDue(limitId: string, db: Db, now: Date): Promise<IsoDate> {
  const calendar = await cityCalendar(db);
  const limit = limitOf(loadLimits(), limitId);
  return readClock({ limit, events: [{ kind: 'started', on: changshaDay(now) }], calendar, now }).remindBy;
}
