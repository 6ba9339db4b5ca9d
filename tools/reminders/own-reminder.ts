/** A reminder of the actor's own: nobody touches somebody else's. */
import type { Prisma } from '#prisma/generated/client.ts';
import { Refusal } from '#tools/refusal.ts';
import type { LookContext } from '#tools/tool-context.ts';
import { refusals } from './refusals.ts';
import type { ReminderScope } from './reminder-fields.ts';
import { personalRule } from './send-personal-reminders.ts';

export type ReminderRow = Prisma.ReminderGetPayload<object>;

/** @throws Refusal REMINDER_UNKNOWN */
export async function ownReminder(id: string, { db, actor }: Pick<LookContext, 'db' | 'actor'>): Promise<ReminderRow> {
  const row = await db.reminder.findUnique({ where: { id } });
  if (!row || actor.personId === null || row.personId !== actor.personId)
    throw new Refusal('REMINDER_UNKNOWN', ...refusals.unknown);
  return row;
}

const receivedWithinMs = 30 * 86_400_000;

/** The actor's reminders of a scope: those to come by their time, those received the newest first. */
export async function ownReminders(
  scope: ReminderScope,
  { db, actor, now }: Pick<LookContext, 'db' | 'actor' | 'now'>,
): Promise<readonly ReminderRow[]> {
  if (actor.personId === null) return [];
  const { personId } = actor;
  if (scope === 'personal')
    return await db.reminder.findMany({
      where: { personId, rule: personalRule, state: 'planned' },
      orderBy: [{ dueAt: 'asc' }, { number: 'asc' }],
      take: 50,
    });
  const rows = await db.reminder.findMany({
    where: { personId, state: 'sent', sentAt: { gte: new Date(now.getTime() - receivedWithinMs) } },
    orderBy: [{ sentAt: 'desc' }, { number: 'asc' }],
    take: 100,
  });
  // Of what was reminded of several times the last one stands for it.
  const seen = new Set<string>();
  return rows.filter(({ id, rule, subjectKind, subjectId }) => {
    const about = rule === personalRule ? id : `${rule}:${subjectKind}:${subjectId}`;
    if (seen.has(about)) return false;
    seen.add(about);
    return true;
  });
}

/** 提醒#3 催一下民政局 */
export function reminderTitle({ number, text }: Pick<ReminderRow, 'number' | 'text'>): string {
  return `提醒#${number} ${text ?? ''}`.trim();
}
