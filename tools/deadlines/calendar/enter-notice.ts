/** Enters a notice into the store, also one that amends a year already known: from then on every date is counted with it. */
import { Refusal } from '#tools/refusal.ts';
import { storedJson } from '#tools/stored-json.ts';
import type { Db } from '#tools/tool-context.ts';

import { createCalendar } from './calendar.ts';
import { builtInNotices } from './load-calendar.ts';
import { type Notice, noticeSchema, noticeTitle } from './notice.ts';
import type { GivenNotice } from './read-holiday-cn.ts';
import { sourceUrlOf, storedNotices } from './stored-notices.ts';

export interface EnteredNotice {
  readonly notice: Notice;
  /** Days whose kind is another than before, ascending; these are what open clocks have to be recounted for. */
  readonly changed: readonly string[];
}

export interface EnteredBy {
  readonly now: Date;
  /** Null: the operator of the machine. */
  readonly personId: string | null;
  /** As the audit trail names the way in, e.g. `cli`. */
  readonly via: string;
}

/**
 * @param db an open transaction
 * @throws Refusal NOTICE_CHANGES_NOTHING
 */
export async function enterNotice(db: Db, given: GivenNotice, by: EnteredBy): Promise<EnteredNotice> {
  for (;;) {
    const entered = noticeToEnter(given, [...builtInNotices(), ...(await storedNotices(db))]);
    const { year, revision, title, papers, days } = entered.notice;
    const row = { year, revision, title, sourceUrl: sourceUrlOf(papers), days: storedJson(days) };
    const { count } = await db.holidayNotice.createMany({
      data: [{ ...row, enteredById: by.personId, enteredAt: by.now }],
      skipDuplicates: true,
    });
    // Somebody else entered a notice of the same year at this moment: what is left to change is looked at again.
    if (count === 0) continue;
    await db.auditRecord.create({
      data: {
        at: by.now,
        actorId: by.personId,
        via: by.via,
        action: 'calendar.entered',
        subjectKind: 'holiday_notice',
        subjectId: `${year}-${revision}`,
        after: storedJson({ title, papers, changed: entered.changed }),
      },
    });
    return entered;
  }
}

/** @throws Refusal NOTICE_CHANGES_NOTHING */
export function noticeToEnter(given: GivenNotice, known: readonly Notice[]): EnteredNotice {
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
  return { notice, changed };
}
