/** Loads the notices that come with the program and those an operator entered, and makes the calendar of them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { z } from 'zod';

import { type Calendar, createCalendar } from './calendar.ts';
import { type Notice, noticeSchema } from './notice.ts';

/** Where an operator's notices lie within the data folder, one file each: `2027.json`, `2027-2.json`. */
export function addedNoticesDir(dataDir: string): string {
  return join(dataDir, 'calendar');
}

function readNotices<S extends z.ZodType>(file: string | URL, schema: S): z.infer<S> {
  const parsed = schema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (parsed.success) return parsed.data;
  throw new Error(`${String(file)}: ${z.prettifyError(parsed.error)}`);
}

/** 2007 to 2026, amendments included. */
export function builtInNotices(): readonly Notice[] {
  return readNotices(new URL('notices.json', import.meta.url), z.array(noticeSchema));
}

/** @throws Error naming the file that is malformed: a calendar with a hole would give wrong dates in silence */
export function addedNotices(dataDir: string): readonly Notice[] {
  const dir = addedNoticesDir(dataDir);
  if (!existsSync(dir)) return [];
  return readdirSync(dir)
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .map((name) => readNotices(join(dir, name), noticeSchema));
}

/** @param dataDir null: only what comes with the program */
export function loadCalendar(dataDir: string | null): Calendar {
  return createCalendar([...builtInNotices(), ...(dataDir === null ? [] : addedNotices(dataDir))]);
}
