/** Moves a day by working days, back or forth. */
import type { Calendar } from '#tools/deadlines/calendar/calendar.ts';
import { addDays, type IsoDate } from '#tools/deadlines/iso-date.ts';

/** @param days working days after the day (before it when negative); 0: the day itself, or the working day before it */
export function shiftWorkingDays(from: IsoDate, days: number, calendar: Calendar): IsoDate {
  const step = days > 0 ? 1 : -1;
  let day = from;
  let left = Math.abs(days);
  if (left === 0) while (!calendar.isWorkingDay(day)) day = addDays(day, -1);
  while (left > 0) {
    day = addDays(day, step);
    if (calendar.isWorkingDay(day)) left -= 1;
  }
  return day;
}

/** The day itself, or the next working day. */
export function workingDayOnOrAfter(date: IsoDate, calendar: Calendar): IsoDate {
  let day = date;
  while (!calendar.isWorkingDay(day)) day = addDays(day, 1);
  return day;
}
