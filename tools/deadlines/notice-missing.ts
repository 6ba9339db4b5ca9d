/** Whether the bureau is to be reminded that next year's holiday notice has not been entered yet. */
import type { Calendar } from './calendar/calendar.ts';
import { changshaDay } from './changsha-day.ts';
import { type IsoDate, yearOf } from './iso-date.ts';

export interface MissingNotice {
  /** The year whose notice is missing. */
  readonly year: number;
  /** Since when it is asked for: 1 November of the year before. */
  readonly since: IsoDate;
  /** Plain Chinese for the bureau, with what to do. */
  readonly text: string;
}

/**
 * Pure: the same arguments give the same answer. The State Council publishes the notice of a year in October or November
 * of the year before; from 1 November on it is asked for every time this is called, until it is entered, and longer still
 * when the year has begun without it. How often the bureau is told is for the caller to decide: `since` and `year` make a
 * key, `text` is complete in itself.
 * @param calendar as it stands now: `cityCalendar(db)`
 * @returns null while nothing is due
 */
export function missingNotice(now: Date, calendar: Pick<Calendar, 'published'>): MissingNotice | null {
  const today = changshaDay(now);
  const thisYear = yearOf(today);
  if (!calendar.published(thisYear)) return missing(thisYear, today);
  const since = `${thisYear}-11-01`;
  return today >= since && !calendar.published(thisYear + 1) ? missing(thisYear + 1, today) : null;
}

function missing(year: number, today: IsoDate): MissingNotice {
  const begun = yearOf(today) === year;
  return {
    year,
    since: `${year - 1}-11-01`,
    text: [
      `${year}年的放假安排还没有录入,${begun ? '今年' : `算到${year}年`}的期限都是暂定的。`,
      '国务院办公厅的通知发布后,请管理员运行 npm run calendar -- add <文件或年份>:在办的期限会重新计算,日期有变的会告知有关的人。',
    ].join('\n'),
  };
}
