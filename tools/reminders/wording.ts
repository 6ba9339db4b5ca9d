/** Every sentence reminders say. */
import { changshaDay } from '#tools/deadlines/changsha-day.ts';
import type { Calendar } from '#tools/deadlines/calendar/calendar.ts';
import { workingDaysBetween } from '#tools/deadlines/count-days.ts';
import type { IsoDate } from '#tools/deadlines/iso-date.ts';
import { printDay } from '#tools/deadlines/print-day.ts';
import { minuteOfDay, printMinutes } from './time-of-day.ts';

export const wording = {
  one: '提醒:',
  several: (count: number): string => `有 ${count} 件事到了提醒的时候:`,
  basis: (article: string): string => (article.startsWith('《') ? `依据:${article}` : `依据:本办法${article}`),
  late: (dueAt: Date): string => `(应在${printMoment(dueAt)}提醒,当时没有送出,现在补发)`,
  more: (count: number): string => `还有 ${count} 件,说“我的待办”可以看全部。`,
  personal: (text: string): string => `您让我提醒:${text}`,
  laterTitle: '稍后提醒',
  muteTitle: '别再提醒',
  workTitle: '我的待办',
} as const;

/** 最后一天是2026年3月2日(周一),还剩3个工作日 */
export function untilWords(until: IsoDate, today: IsoDate, calendar: Calendar, provisional: boolean): string {
  const day = `${printDay(until)}${provisional ? '(暂定)' : ''}`;
  if (until === today) return `今天就是最后一天(${day})`;
  if (until > today) return `最后一天是${day},还剩${workingDaysBetween(today, until, calendar)}个工作日`;
  return `最后一天是${day},已经超过${Math.max(1, workingDaysBetween(until, today, calendar))}个工作日`;
}

/** 2026年3月2日(周一)09:00 */
export function printMoment(at: Date): string {
  return `${printDay(changshaDay(at))}${printMinutes(minuteOfDay(at))}`;
}
