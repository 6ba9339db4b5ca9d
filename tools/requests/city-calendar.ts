/** The working calendar as the store knows it: the notices that come with the program and those entered since. */
import type { Calendar } from '#tools/deadlines/calendar/calendar.ts';
import { loadCalendar } from '#tools/deadlines/calendar/load-calendar.ts';
import { storedNotices } from '#tools/deadlines/calendar/stored-notices.ts';
import type { Db } from '#tools/tool-context.ts';

/** The calendar of the rows last seen: making one takes longer than looking whether there are others. */
let last: { readonly ids: string; readonly calendar: Calendar } | undefined;

/** Looked at each time, so that a notice counts from the moment it is entered, in every process on the store. */
export async function cityCalendar(db: Db): Promise<Calendar> {
  const notices = await storedNotices(db);
  const ids = notices.map(({ id }) => id).join();
  if (last?.ids !== ids) last = { ids, calendar: loadCalendar(notices) };
  return last.calendar;
}
