/** A notice of the State Council on a year's holidays, as data: which days are off and which weekend days are worked. */
import { z } from 'zod';

import { isIsoDate } from '../iso-date.ts';

const isoDateSchema = z.string().refine(isIsoDate, { error: '不是存在的日期,应写作 2026-02-10' });

export const noticeDaySchema = z.strictObject({
  date: isoDateSchema,
  /** The holiday it belongs to: 春节. */
  name: z.string().min(1),
  /** True: no work. False: a day of work whatever its weekday (调休上班). */
  off: z.boolean(),
});
export type NoticeDay = z.infer<typeof noticeDaySchema>;

export const noticeSchema = z.strictObject({
  /** The year in the notice's title; it may govern days of December before. */
  year: z.number().int().min(1990).max(2200),
  /** 1 for the year's notice, higher for what amends it; the later one wins, day by day. */
  revision: z.number().int().min(1),
  title: z.string().min(1),
  /** Where the notice stands; several where one address was given for a notice and its amendment. */
  papers: z.array(z.url({ protocol: /^https?$/ })),
  days: z.array(noticeDaySchema).min(1),
});
export type Notice = z.infer<typeof noticeSchema>;

export function noticeTitle(year: number): string {
  return `国务院办公厅关于${year}年部分节假日安排的通知`;
}
