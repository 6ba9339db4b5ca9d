/** Not now: a reminder is put off to another day, never beyond the last day that the law or the bureau has set. */
import { z } from 'zod';
import { changshaDay } from '#tools/deadlines/changsha-day.ts';
import type { IsoDate } from '#tools/deadlines/iso-date.ts';
import { Refusal } from '#tools/refusal.ts';
import { cityCalendar } from '#tools/requests/city-calendar.ts';
import { defineTool } from '#tools/tool.ts';
import type { LookContext } from '#tools/tool-context.ts';
import { ownReminder } from './own-reminder.ts';
import { refusals } from './refusals.ts';
import { dayField, reminderField, timeField } from './reminder-fields.ts';
import { momentOf } from './reminder-moment.ts';
import { personalRule } from './send-personal-reminders.ts';
import { instantAt, minuteOfDay } from './time-of-day.ts';
import { printMoment } from './wording.ts';
import { hourWithin, loadHours } from './working-hours.ts';
import { shiftWorkingDays, workingDayOnOrAfter } from './working-days.ts';

interface Given {
  readonly reminderId: string;
  readonly on: IsoDate;
  readonly at?: string | undefined;
}

export const snoozeReminder = defineTool({
  name: 'snooze-reminder',
  title: '推迟提醒',
  purpose: '把收到的提醒推迟到以后的某一天再提醒,不能超过法定期限。',
  effect: 'writes',
  article: null,
  input: z.object({
    reminderId: reminderField('received', '推迟哪一条提醒?'),
    on: dayField('推迟到哪一天?'),
    at: timeField().optional(),
  }),
  output: z.object({ number: z.number().int(), text: z.string(), until: z.string() }),
  permits: { officer: 'own', lead: 'own', bureau: 'own', public: 'own' },
  says: ['推迟|延后|推后 提醒', '稍后|晚点|过几天|明天|后天 再 提醒', '再提醒我'],
  touches: (_, { actor }) => ({ personId: actor.personId }),
  async summary(given, context) {
    try {
      return [`将在${printMoment(await laterMoment(given, context))}再提醒您。`];
    } catch (error) {
      // Said when it is confirmed, with what can be done instead.
      if (error instanceof Refusal) return [];
      throw error;
    }
  },
  async run(given, context) {
    const { db, now, record } = context;
    const row = await ownReminder(given.reminderId, context);
    const until = await laterMoment(given, context);
    if (row.rule === personalRule)
      await db.reminder.update({ where: { id: row.id }, data: { state: 'planned', dueAt: until } });
    else {
      const { personId, rule, subjectKind, subjectId } = row;
      const key = { personId, rule, subjectKind: subjectKind ?? '', subjectId: subjectId ?? '' };
      await db.reminderHold.upsert({
        where: { personId_rule_subjectKind_subjectId: key },
        create: { ...key, until, createdAt: now },
        update: { until, createdAt: now },
      });
    }
    record({
      subjectKind: 'reminder',
      subjectId: row.id,
      action: 'reminder.snooze',
      after: { until: until.toISOString() },
    });
    return { number: row.number, text: row.text ?? '', until: until.toISOString() };
  },
});

/** @throws Refusal where it lies in the past or beyond the last day */
async function laterMoment(given: Given, context: LookContext): Promise<Date> {
  const row = await ownReminder(given.reminderId, context);
  const wanted = await momentOf(given, context);
  if (wanted <= context.now) throw new Refusal('TIME_PASSED', ...refusals.timePassed);
  if (row.rule === personalRule) return wanted;
  // Rules speak in working hours only: a Sunday is put off to the Monday.
  const calendar = await cityCalendar(context.db);
  const hours = await loadHours(context.db);
  const day = workingDayOnOrAfter(given.on, calendar);
  const last = row.statutoryOn;
  if (last !== null && changshaDay(context.now) > last) throw new Refusal('SNOOZE_PAST_LIMIT', ...refusals.pastDue);
  if (last !== null && day > last) {
    // What falls behind the last day only by its weekend comes on the working day before.
    const before = shiftWorkingDays(given.on, 0, calendar);
    if (given.on > last || before <= changshaDay(context.now))
      throw new Refusal('SNOOZE_PAST_LIMIT', ...refusals.pastLimit(last, null));
    return instantAt(before, hourWithin(minuteOfDay(wanted), hours));
  }
  return instantAt(day, hourWithin(minuteOfDay(wanted), hours));
}
