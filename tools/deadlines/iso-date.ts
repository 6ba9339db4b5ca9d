/** Calendar days as `YYYY-MM-DD` text, which sorts by itself, and the arithmetic on them; no time of day, no zone. */

/** `2026-02-10`. */
export type IsoDate = string;

const dayLength = 86_400_000;
const shape = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Midnight UTC of the day: only ever turned back into a day, so no zone takes part. */
function instant(date: IsoDate): number {
  return Date.UTC(yearOf(date), monthOf(date) - 1, dayOfMonth(date));
}

/** Whether the text is a day that exists: 2026-02-30 does not. */
export function isIsoDate(text: string): boolean {
  if (!shape.test(text)) return false;
  const at = instant(text);
  return Number.isFinite(at) && new Date(at).toISOString().slice(0, 10) === text;
}

/** @returns undefined when there is no such day, e.g. 2月30日 */
export function isoDate(year: number, month: number, day: number): IsoDate | undefined {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isIsoDate(text) ? text : undefined;
}

/** @param days may be negative */
export function addDays(date: IsoDate, days: number): IsoDate {
  return new Date(instant(date) + days * dayLength).toISOString().slice(0, 10);
}

/** The day after; counting walks day by day, and most steps stay within the month. */
export function nextDay(date: IsoDate): IsoDate {
  const day = dayOfMonth(date);
  return day < 28 ? `${date.slice(0, 8)}${String(day + 1).padStart(2, '0')}` : addDays(date, 1);
}

/** Calendar days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((instant(to) - instant(from)) / dayLength);
}

/** Monday is 1, Sunday 7. */
export function weekdayOf(date: IsoDate): number {
  return new Date(instant(date)).getUTCDay() || 7;
}

export function yearOf(date: IsoDate): number {
  return Number(date.slice(0, 4));
}

export function monthOf(date: IsoDate): number {
  return Number(date.slice(5, 7));
}

export function dayOfMonth(date: IsoDate): number {
  return Number(date.slice(8, 10));
}
