/** A reminder of one's own that is not wanted any more. */
import { z } from 'zod';
import { Refusal } from '#tools/refusal.ts';
import { defineTool } from '#tools/tool.ts';
import { ownReminder } from './own-reminder.ts';
import { refusals } from './refusals.ts';
import { reminderField } from './reminder-fields.ts';
import { personalRule } from './send-personal-reminders.ts';

export const cancelReminder = defineTool({
  name: 'cancel-reminder',
  title: '取消提醒',
  purpose: '取消一条自己设的、还没有到时间的提醒。',
  effect: 'writes',
  article: null,
  input: z.object({ reminderId: reminderField('personal', '取消哪一条提醒?') }),
  output: z.object({ number: z.number().int(), text: z.string() }),
  permits: { officer: 'own', lead: 'own', bureau: 'own', public: 'own' },
  says: ['取消|删除|删掉|撤销|不要 提醒'],
  touches: (_, { actor }) => ({ personId: actor.personId }),
  async run({ reminderId }, context) {
    const { db, record } = context;
    const row = await ownReminder(reminderId, context);
    const { count } = await db.reminder.updateMany({
      where: { id: row.id, rule: personalRule, state: 'planned' },
      data: { state: 'cancelled' },
    });
    if (count === 0) throw new Refusal('REMINDER_SENT', ...refusals.alreadySent);
    record({ subjectKind: 'reminder', subjectId: row.id, before: { state: row.state }, after: { state: 'cancelled' } });
    return { number: row.number, text: row.text ?? '' };
  },
});
