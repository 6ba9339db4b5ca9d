/** Reads a notice that is to be entered: from a file in holiday-cn's shape, or of a year that the installed chinese-days knows. */
import { existsSync, readFileSync } from 'node:fs';

import { z } from 'zod';

import { Refusal } from '#tools/refusal.ts';

import { chineseDaysOf } from './chinese-days.ts';
import { type GivenNotice, readHolidayCn } from './read-holiday-cn.ts';

/**
 * @param source path of a JSON file, or a year
 * @throws Refusal NOTICE_FILE_MISSING, NOTICE_MALFORMED, NOTICE_YEAR_UNKNOWN
 */
export function readNotice(source: string): GivenNotice {
  return /^\d{4}$/.test(source) ? fromPackage(Number(source)) : fromFile(source);
}

function fromFile(file: string): GivenNotice {
  if (!existsSync(file))
    throw new Refusal('NOTICE_FILE_MISSING', `没有找到文件 ${file}。`, { remedy: '请检查文件路径,或者直接给出年份。' });
  try {
    return readHolidayCn(JSON.parse(readFileSync(file, 'utf8').replace(/^\ufeff/, '')));
  } catch (cause) {
    const why = cause instanceof z.ZodError ? z.prettifyError(cause) : '不是 JSON';
    throw new Refusal('NOTICE_MALFORMED', `${file} 读不出放假安排:${why}`, {
      remedy: '文件应为 {"year","papers":[网址],"days":[{"name","date","isOffDay"}]}。',
      cause,
    });
  }
}

function fromPackage(year: number): GivenNotice {
  const days = chineseDaysOf(year);
  if (days) return { year, title: null, papers: [], days };
  throw new Refusal('NOTICE_YEAR_UNKNOWN', `已安装的 chinese-days 里没有${year}年的放假安排。`, {
    remedy: '通知发布后请升级 chinese-days,或者用文件录入。',
  });
}
