/** Enters a holiday notice and counts every open clock anew; what was entered before is not entered, but what was left undone is done. */
import type { Store } from '#prisma/store.ts';
import { doubtsOfNotice } from '#tools/deadlines/calendar/doubts-of-notice.ts';
import { type EnteredNotice, enterNotice } from '#tools/deadlines/calendar/enter-notice.ts';
import type { GivenNotice } from '#tools/deadlines/calendar/read-holiday-cn.ts';
import { printDay } from '#tools/deadlines/print-day.ts';
import { Refusal } from '#tools/refusal.ts';
import { type Recount, recountClocks } from '#tools/requests/recount-clocks.ts';
import { writeFromCommand } from './post-from-command.ts';

export interface AddedNotice {
  /** `refusal`: it is known already. */
  readonly entered: (EnteredNotice & { readonly changedDays: readonly string[] }) | { readonly refusal: Refusal };
  /** What looks wrong in it; for the operator. */
  readonly doubts: readonly string[];
  readonly recount: Recount;
}

export async function addNotice(store: Store, given: GivenNotice, now: Date): Promise<AddedNotice> {
  const entered = await enter(store, given, now);
  const write = await writeFromCommand(store, now);
  return { entered, doubts: doubtsOfNotice(given), recount: await recountClocks({ db: store.db, now, write }) };
}

async function enter({ db }: Store, given: GivenNotice, now: Date): Promise<AddedNotice['entered']> {
  try {
    const entered = await db.$transaction((tx) => enterNotice(tx, given, { now, personId: null, via: 'cli' }));
    return { ...entered, changedDays: entered.changed.map(printDay) };
  } catch (error) {
    if (error instanceof Refusal && error.code === 'NOTICE_CHANGES_NOTHING') return { refusal: error };
    throw error;
  }
}
