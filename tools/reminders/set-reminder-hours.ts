/** The bureau sets within which hours of a working day reminders go out. */
import { z } from 'zod';
import { fieldMeta } from '#tools/field-meta.ts';
import { Refusal } from '#tools/refusal.ts';
import { defineTool } from '#tools/tool.ts';
import { refusals } from './refusals.ts';
import { minutesOf, printMinutes, timeOfDay } from './time-of-day.ts';
import { hoursSetting, loadHours } from './working-hours.ts';

export const setReminderHours = defineTool({
  name: 'set-reminder-hours',
  title: '设置提醒时段',
  purpose: '设置全市到期提醒在工作日的什么时段发送。',
  effect: 'writes',
  article: null,
  input: z.object({
    from: timeOfDay().register(fieldMeta, {
      label: '开始时间',
      kind: 'time_of_day',
      ask: '每个工作日从几点开始发提醒?',
      example: '上午9点',
      near: ['从', '开始'],
    }),
    to: timeOfDay().register(fieldMeta, {
      label: '结束时间',
      kind: 'time_of_day',
      ask: '到几点为止?',
      example: '下午5点半',
      near: ['到', '至', '为止'],
    }),
  }),
  output: z.object({ from: z.string(), to: z.string() }),
  permits: { bureau: 'any' },
  says: ['设置|调整|改|修改 提醒 时段|时间段|发送时间', '提醒时段'],
  touches: () => null,
  async run({ from, to }, { actor, db, now, record }) {
    if (minutesOf(to) - minutesOf(from) < 60) throw new Refusal('HOURS_BACKWARDS', ...refusals.hoursBackwards);
    const before = await loadHours(db);
    const value = { from, to };
    await db.setting.upsert({
      where: { key: hoursSetting },
      create: { key: hoursSetting, value, updatedAt: now, updatedById: actor.personId },
      update: { value, updatedAt: now, updatedById: actor.personId },
    });
    record({
      subjectKind: 'setting',
      subjectId: hoursSetting,
      before: { from: printMinutes(before.from), to: printMinutes(before.to) },
      after: value,
    });
    return value;
  },
});
