/** Reads a year's holidays from the installed package chinese-days (MIT), which lists days but silently takes unknown years for Mon–Fri. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import { z } from 'zod';

import { monthOf, yearOf } from '../iso-date.ts';
import type { NoticeDay } from './notice.ts';

/** Date → `English,中文,days`. */
const packageSchema = z.object({
  holidays: z.record(z.string(), z.string()),
  workdays: z.record(z.string(), z.string()),
});

/** The package shortens these; the notices write them out. */
const fullNames: Readonly<Record<string, string>> = { 清明: '清明节', 端午: '端午节', 中秋: '中秋节' };

function daysOf(list: Readonly<Record<string, string>>, off: boolean): readonly NoticeDay[] {
  return Object.entries(list).map(([date, words]) => {
    const name = words.split(',')[1] ?? words;
    return { date, name: fullNames[name] ?? name, off };
  });
}

/** The year whose notice rules a day: days off for New Year in December belong to the next year's notice. */
function governingYear({ date, name }: NoticeDay): number {
  return yearOf(date) + (monthOf(date) === 12 && name === '元旦' ? 1 : 0);
}

/** @returns the days the year's notice names, ascending; undefined when the package does not know the year */
export function chineseDaysOf(year: number): readonly NoticeDay[] | undefined {
  const file = createRequire(import.meta.url).resolve('chinese-days/dist/chinese-days.json');
  const known = packageSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const days = [...daysOf(known.holidays, true), ...daysOf(known.workdays, false)]
    .filter((day) => governingYear(day) === year)
    .toSorted((a, b) => a.date.localeCompare(b.date));
  return days.some(({ date }) => yearOf(date) === year) ? days : undefined;
}
