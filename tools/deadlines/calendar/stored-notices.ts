/** The notices that were entered since the program was made: rows of the store, which every replica sees. */
import { z } from 'zod';

import type { Db } from '#tools/tool-context.ts';

import { type Notice, noticeDaySchema, noticeTitle } from './notice.ts';

export interface StoredNotice extends Notice {
  readonly id: string;
  readonly enteredAt: Date;
}

const daysSchema = z.array(noticeDaySchema).min(1);

/** In the order in which they were entered. */
export async function storedNotices(db: Db): Promise<readonly StoredNotice[]> {
  const rows = await db.holidayNotice.findMany({ orderBy: [{ enteredAt: 'asc' }, { id: 'asc' }] });
  return rows.map(({ id, year, revision, title, sourceUrl, days, enteredAt }) => ({
    id,
    year,
    revision,
    title: title ?? noticeTitle(year),
    papers: sourceUrl?.split(' ') ?? [],
    days: daysSchema.parse(days),
    enteredAt,
  }));
}

/** The column holds every address of a notice, parted by spaces, which no address has. */
export function sourceUrlOf(papers: readonly string[]): string | null {
  return papers.length === 0 ? null : papers.join(' ');
}
