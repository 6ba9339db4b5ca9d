/** 别再提醒这件事: no more of it, except on the last statutory day and after it. */
import { z } from 'zod';
import { defineTool } from '#tools/tool.ts';
import { ownReminder, ownReminders } from './own-reminder.ts';
import { reminderField } from './reminder-fields.ts';
import { personalRule } from './send-personal-reminders.ts';

export const muteReminder = defineTool({
  name: 'mute-reminder',
  title: '不再提醒',
  purpose: '一件事不再提醒我;法定期限的最后一天和超期时仍会提醒。',
  effect: 'writes',
  article: null,
  input: z.object({ reminderId: reminderField('received', '哪一件事不再提醒?') }),
  output: z.object({ number: z.number().int(), text: z.string(), still: z.boolean() }),
  permits: { officer: 'own', lead: 'own', bureau: 'own', public: 'own' },
  says: [
    '别|不要|不用|不必|停止|关掉 再 提醒',
    '别|不要|不用|不必|停止|关掉 提醒',
    '别再提醒|不要再提醒|不用再提醒 这件事|我|这个',
  ],
  touches: (_, { actor }) => ({ personId: actor.personId }),
  async summary({ reminderId }, context) {
    const row = await ownReminders('received', context);
    const statutory = row.some(({ id, statutoryOn }) => id === reminderId && statutoryOn !== null);
    return !statutory ? [] : ['最后一天和超期时仍会提醒您一次,这是关不掉的。'];
  },
  async run({ reminderId }, context) {
    const { db, now, record } = context;
    const row = await ownReminder(reminderId, context);
    const { personId, rule, subjectKind, subjectId } = row;
    if (rule !== personalRule) {
      const key = { personId, rule, subjectKind: subjectKind ?? '', subjectId: subjectId ?? '' };
      await db.reminderHold.upsert({
        where: { personId_rule_subjectKind_subjectId: key },
        create: { ...key, until: null, createdAt: now },
        update: { until: null, createdAt: now },
      });
    }
    record({ subjectKind: 'reminder', subjectId: row.id, action: 'reminder.mute', after: { rule, subjectId } });
    return { number: row.number, text: row.text ?? '', still: row.statutoryOn !== null };
  },
});
