/** Reads a notice in the shape of the public data set holiday-cn, the one an operator is likely to have at hand. */
import { z } from 'zod';

import { type NoticeDay, noticeDaySchema } from './notice.ts';

const holidayCnSchema = z.object({
  year: z.number().int(),
  title: z.string().min(1).optional(),
  papers: z.array(z.url({ protocol: /^https?$/ })).min(1, '缺少通知的网址'),
  days: z
    .array(
      z.object({
        name: noticeDaySchema.shape.name,
        date: noticeDaySchema.shape.date,
        isOffDay: z.boolean(),
      }),
    )
    .min(1, '没有任何一天:这一年的通知还没有发布'),
});

export interface GivenNotice {
  readonly year: number;
  readonly title: string | null;
  readonly papers: readonly string[];
  readonly days: readonly NoticeDay[];
}

/** @throws z.ZodError for any other shape, a day that does not exist, or a year without days */
export function readHolidayCn(content: unknown): GivenNotice {
  const { year, title, papers, days } = holidayCnSchema.parse(content);
  return {
    year,
    title: title ?? null,
    papers,
    days: days.map(({ date, name, isOffDay }) => ({ date, name, off: isOffDay })),
  };
}
