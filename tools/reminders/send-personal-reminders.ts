/** Sends what people asked to be reminded of, at the time they said. */
import type { JobContext } from '#tools/jobs/job.ts';
import { wording } from './wording.ts';
import { readPreferences } from './preferences.ts';

/** The rule's name of reminders that people set themselves. */
export const personalRule = 'personal';

const atOnce = 200;
/** A process that looks every minute and is busy now and then is not late within this. */
const graceMs = 1_800_000;

export async function sendPersonalReminders({
  db,
  now,
  signal,
  write,
}: Pick<JobContext, 'db' | 'now' | 'signal' | 'write'>): Promise<number> {
  const due = await db.reminder.findMany({
    where: { state: 'planned', rule: personalRule, dueAt: { lte: now }, person: { leftAt: null } },
    select: { id: true, personId: true, text: true, dueAt: true, person: { select: { preferences: true } } },
    orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
    take: atOnce,
  });
  let sent = 0;
  for (const { id, personId, text, dueAt, person } of due) {
    if (signal.aborted) break;
    const late = now.getTime() - dueAt.getTime() > graceMs;
    const { channel } = readPreferences(person.preferences);
    sent += await write(async ({ db: within, tell }) => {
      // Cancelled, put off, or sent by another replica meanwhile: then it is not ours to send.
      const { count } = await within.reminder.updateMany({
        where: { id, state: 'planned', dueAt },
        data: { state: 'sent', sentAt: now, late },
      });
      if (count === 0) return 0;
      await tell({
        personId,
        key: `reminder:${id}:${dueAt.toISOString()}`,
        text: [wording.personal(text ?? ''), ...(late ? [wording.late(dueAt)] : [])].join('\n'),
        offers: [{ title: wording.laterTitle, tool: 'snooze-reminder', fields: { reminderId: id } }],
        ...(channel !== undefined && { channel }),
      });
      return 1;
    });
  }
  return sent;
}
