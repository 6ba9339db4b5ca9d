/** The working calendar as the store knows it: the notices that come with the program and those entered since. */
import { type Calendar, createCalendar } from '#tools/deadlines/calendar/calendar.ts';
import { builtInNotices } from '#tools/deadlines/calendar/load-calendar.ts';
import { noticeDaySchema, type Notice, noticeTitle } from '#tools/deadlines/calendar/notice.ts';
import type { Db } from '#tools/tool-context.ts';
import { z } from 'zod';

const daysSchema = z.array(noticeDaySchema).min(1);

let builtIn: readonly Notice[] | undefined;
/** The calendar of the rows last seen: making one takes longer than looking whether there are others. */
let last: { readonly ids: string; readonly calendar: Calendar } | undefined;

export async function cityCalendar(db: Db): Promise<Calendar> {
  const rows = await db.holidayNotice.findMany({ orderBy: [{ year: 'asc' }, { revision: 'asc' }] });
  const ids = rows.map(({ id }) => id).join();
  if (last?.ids === ids) return last.calendar;
  builtIn ??= builtInNotices();
  const entered = rows.map(({ year, revision, title, sourceUrl, days }): Notice => ({
    year,
    revision,
    title: title ?? noticeTitle(year),
    papers: sourceUrl === null ? [] : [sourceUrl],
    days: daysSchema.parse(days),
  }));
  const calendar = createCalendar([...builtIn, ...entered]);
  last = { ids, calendar };
  return calendar;
}
