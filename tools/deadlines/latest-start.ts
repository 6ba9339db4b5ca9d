/** The clock backwards: the last day on which something may start so that its limit still ends by a wanted day. */
import type { Calendar } from './calendar/calendar.ts';
import { type Count, countForward, workingDayOnOrBefore } from './count-days.ts';
import { addDays, type IsoDate } from './iso-date.ts';

export interface LatestStart {
  /** The latest day whatever it is, Sundays and holidays included. */
  readonly latest: IsoDate;
  /** The latest day on which people are at work. */
  readonly latestWorkingDay: IsoDate;
  /** The count from `latest`: its due date is the last working day not after the target. */
  readonly count: Count;
}

/** @param days working days of the limit, at least 1 */
export function latestStart(target: IsoDate, days: number, calendar: Calendar): LatestStart {
  let first = workingDayOnOrBefore(target, calendar);
  for (let left = days - 1; left > 0; left -= 1) first = workingDayOnOrBefore(addDays(first, -1), calendar);
  const latest = addDays(first, -1);
  return {
    latest,
    latestWorkingDay: workingDayOnOrBefore(latest, calendar),
    count: countForward(latest, days, calendar),
  };
}
