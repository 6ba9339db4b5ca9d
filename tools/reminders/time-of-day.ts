/** Times of a day in Changsha, as minutes after midnight and as 09:00. */
import { z } from 'zod';
import { changshaDay } from '#tools/deadlines/changsha-day.ts';
import type { IsoDate } from '#tools/deadlines/iso-date.ts';

/** A schema of its own each time: what a form knows of a field is registered on it. */
export const timeOfDay = (): z.ZodString => z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/);

export function minutesOf(time: string): number {
  const [hour, minute] = time.split(':');
  return Number(hour) * 60 + Number(minute);
}

/** 570 → 09:30 */
export function printMinutes(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** Changsha keeps eight hours ahead of UTC all year. */
export function instantAt(day: IsoDate, minutes: number): Date {
  return new Date(Date.parse(`${day}T00:00:00+08:00`) + minutes * 60_000);
}

/** Minutes after midnight in Changsha. */
export function minuteOfDay(at: Date): number {
  return Math.floor((at.getTime() - instantAt(changshaDay(at), 0).getTime()) / 60_000);
}
