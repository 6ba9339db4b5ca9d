/** Loads the notices that come with the program, and makes the calendar of them and of those given besides. */
import { readFileSync } from 'node:fs';

import { z } from 'zod';

import { type Calendar, createCalendar } from './calendar.ts';
import { type Notice, noticeSchema } from './notice.ts';

let builtIn: readonly Notice[] | undefined;

/** 2007 to 2026, amendments included. */
export function builtInNotices(): readonly Notice[] {
  if (builtIn) return builtIn;
  const file = new URL('notices.json', import.meta.url);
  const parsed = z.array(noticeSchema).safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (!parsed.success) throw new Error(`${String(file)}: ${z.prettifyError(parsed.error)}`);
  builtIn = parsed.data;
  return builtIn;
}

/** @param added entered since, see stored-notices.ts; null: only what comes with the program */
export function loadCalendar(added: readonly Notice[] | null): Calendar {
  return createCalendar([...builtInNotices(), ...(added ?? [])]);
}
