/** When reminders may go out: on working days within the hours the bureau set; nobody is disturbed at night or on a holiday. */
import { z } from 'zod';
import { type Calendar, isPublished } from '#tools/deadlines/calendar/calendar.ts';
import { changshaDay } from '#tools/deadlines/changsha-day.ts';
import type { Db } from '#tools/tool-context.ts';
import { minuteOfDay, minutesOf, timeOfDay } from './time-of-day.ts';

export const hoursSetting = 'reminder-hours';
export const hoursSchema = z.object({ from: timeOfDay(), to: timeOfDay() });

/** Minutes after midnight. */
export interface WorkingHours {
  readonly from: number;
  readonly to: number;
}

export const usualHours: WorkingHours = { from: minutesOf('09:00'), to: minutesOf('17:30') };

export async function loadHours(db: Db): Promise<WorkingHours> {
  const row = await db.setting.findUnique({ where: { key: hoursSetting } });
  if (!row) return usualHours;
  const { from, to } = hoursSchema.parse(row.value);
  return { from: minutesOf(from), to: minutesOf(to) };
}

/** Holidays whatever the year's notice will say; it is needed only where there is none yet. */
const fixedHolidays = ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'];

export function isWorkingTime(now: Date, { from, to }: WorkingHours, calendar: Calendar): boolean {
  const minute = minuteOfDay(now);
  const today = changshaDay(now);
  const surelyOff = !isPublished(calendar, today) && fixedHolidays.includes(today.slice(5));
  return calendar.isWorkingDay(today) && !surelyOff && minute >= from && minute <= to;
}

/** Before the hours end there is time for several looks, so that no reminder slips into the next day. */
const lastCallMinutes = 30;

/** The hour somebody likes to be reminded at, moved into the working hours; default: when they begin. */
export function hourWithin(liked: number | null, { from, to }: WorkingHours): number {
  return Math.max(from, Math.min(liked ?? from, to - lastCallMinutes));
}
