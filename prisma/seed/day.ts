/** Days and instants of the demo city, relative to the day it is loaded, in Changsha's time. */

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** UTC+8 all year. */
const OFFSET = 8 * HOUR;

/** The calendar day of an instant, `YYYY-MM-DD`. */
export function dayOf(instant: Date): string {
  return new Date(instant.getTime() + OFFSET).toISOString().slice(0, 10);
}

/** Nine o'clock and `minutes`, so many days ago; a weekend moves back to its Friday, and today is never later than now. */
export function workTime(now: Date, daysAgo: number, minutes = 0): Date {
  const midnight = Date.parse(`${dayOf(now)}T00:00:00Z`) - daysAgo * DAY;
  const weekday = new Date(midnight).getUTCDay();
  const back = daysAgo === 0 ? 0 : weekday === 0 ? 2 : weekday === 6 ? 1 : 0;
  const instant = midnight - back * DAY - OFFSET + 9 * HOUR + minutes * 60_000;
  return new Date(Math.min(instant, now.getTime()));
}

/** The calendar day so many days ago; negative is ahead. */
export function daysAgo(now: Date, days: number): string {
  return dayOf(new Date(now.getTime() - days * DAY));
}
