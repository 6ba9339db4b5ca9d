/** Which day it is in Changsha at an instant: duties run on the city's days, wherever the server stands. */
import type { IsoDate } from './iso-date.ts';

/** China keeps one time, eight hours ahead of UTC, without summer time since 1991. */
const ahead = 8 * 3_600_000;

export function changshaDay(at: Date): IsoDate {
  return new Date(at.getTime() + ahead).toISOString().slice(0, 10);
}
