/** Sends what the rules promise: to each person one message a day, recorded in the same transaction that tells them. */
import { changshaDay } from '#tools/deadlines/changsha-day.ts';
import type { JobContext, JobWrite } from '#tools/jobs/job.ts';
import { composeDigest, type SentReminder } from './compose-digest.ts';
import type { DueReminder } from './due-reminders.ts';
import { findDue, loadSurroundings, stillDue, type Surroundings } from './find-due.ts';
import { instantAt } from './time-of-day.ts';

type Round = Pick<JobContext, 'db' | 'now' | 'signal' | 'log' | 'write'>;

/** @returns how many reminders went to how many people */
export async function sendRuleReminders(
  round: Round,
): Promise<{ readonly reminders: number; readonly people: number }> {
  const { db, now, signal, log, write } = round;
  const around = await loadSurroundings(db, now);
  if (around === null) return { reminders: 0, people: 0 };
  const byPerson = new Map<string, DueReminder[]>();
  for (const due of await findDue(db, now, around))
    byPerson.set(due.personId, [...(byPerson.get(due.personId) ?? []), due]);
  const counts = { reminders: 0, people: 0 };
  const failures: unknown[] = [];
  for (const due of byPerson.values()) {
    if (signal.aborted) break;
    try {
      const sent = await write((within) => sendTo(due, around, now, within));
      counts.reminders += sent;
      counts.people += Math.min(1, sent);
    } catch (error) {
      // One person's trouble is not everybody's; what was not sent is due again at the next look.
      failures.push(error);
    }
  }
  if (counts.reminders > 0) log.info(counts, 'reminders sent');
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} people could not be reminded`);
  return counts;
}

async function sendTo(
  due: readonly DueReminder[],
  around: Surroundings,
  now: Date,
  { db, tell }: Pick<JobWrite, 'db' | 'tell'>,
): Promise<number> {
  const [{ personId, channel } = { personId: '', channel: null }] = due;
  // One message at a time per person, whichever replica sends it.
  await db.$queryRawUnsafe(`SELECT 1 FROM "Person" WHERE "id" = $1 FOR NO KEY UPDATE`, personId);
  const toldToday = await db.reminder.count({
    where: { personId, rule: { not: 'personal' }, sentAt: { gte: instantAt(changshaDay(now), 0) } },
  });
  const wanted = toldToday === 0 ? due : due.filter(({ urgent }) => urgent);
  const still = await stillDue(db, now, around, wanted);
  if (still.length === 0) return 0;
  const rows = await db.reminder.createManyAndReturn({
    data: still.map(({ key, rule, matter, step, dueAt, late }) => ({
      key,
      rule: rule.name,
      subjectKind: matter.subjectKind,
      subjectId: matter.subjectId,
      step,
      personId,
      dueAt,
      statutoryOn: matter.binding ? matter.until : null,
      text: matter.what,
      state: 'sent' as const,
      late,
      createdAt: now,
      sentAt: now,
    })),
    skipDuplicates: true,
    select: { id: true, key: true },
  });
  const sent = rows.flatMap(({ id, key }): SentReminder[] => {
    const reminder = still.find((one) => one.key === key);
    return reminder ? [{ ...reminder, id }] : [];
  });
  const [first] = sent;
  if (!first) return 0;
  const { text, offers } = composeDigest(sent, around.calendar, now);
  await tell({ personId, key: `reminder:${first.id}`, text, offers, ...(channel !== null && { channel }) });
  return sent.length;
}
