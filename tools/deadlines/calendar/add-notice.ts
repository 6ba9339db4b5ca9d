/** Enters a notice into the data folder, also one that amends a year already known. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { z } from 'zod';

import { Refusal } from '#tools/refusal.ts';

import { createCalendar } from './calendar.ts';
import { chineseDaysOf } from './chinese-days.ts';
import { addedNotices, addedNoticesDir, builtInNotices } from './load-calendar.ts';
import { type Notice, noticeSchema, noticeTitle } from './notice.ts';
import { type GivenNotice, readHolidayCn } from './read-holiday-cn.ts';

export interface AddedNotice {
  readonly notice: Notice;
  readonly path: string;
  /** Days whose kind is another than before, ascending; these are what open clocks have to be recounted for. */
  readonly changed: readonly string[];
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

/**
 * @param source path of a JSON file in holiday-cn's shape, or a year known to the installed chinese-days
 * @throws Refusal NOTICE_FILE_MISSING, NOTICE_MALFORMED, NOTICE_YEAR_UNKNOWN, NOTICE_CHANGES_NOTHING
 */
export function addNotice(source: string, dataDir: string): AddedNotice {
  const given = /^\d{4}$/.test(source) ? fromPackage(Number(source)) : fromFile(source);
  const known = [...builtInNotices(), ...addedNotices(dataDir)];
  const before = createCalendar(known);
  const revision = Math.max(0, ...before.noticesOf(given.year).map((notice) => notice.revision)) + 1;
  const notice = noticeSchema.parse({
    ...given,
    title: given.title ?? (revision === 1 ? noticeTitle(given.year) : `${noticeTitle(given.year)}(调整)`),
    revision,
  });
  const after = createCalendar([...known, notice]);
  const touched = Array.from(new Set(notice.days.map(({ date }) => date)));
  const changed = touched.filter((date) => before.dayKind(date).kind !== after.dayKind(date).kind).toSorted();
  if (revision > 1 && changed.length === 0)
    throw new Refusal('NOTICE_CHANGES_NOTHING', `${given.year}年的放假安排已经有了,这份没有改动任何一天。`, {
      remedy: '不需要重复录入。',
    });
  const dir = addedNoticesDir(dataDir);
  const path = join(dir, `${given.year}${revision === 1 ? '' : `-${revision}`}.json`);
  mkdirSync(dir, { recursive: true });
  writeFileSync(`${path}.new`, `${JSON.stringify(notice, null, 2)}\n`);
  renameSync(`${path}.new`, path);
  return { notice, path, changed };
}
