/** The fields that reminder tools share: which reminder, which day, what time. */
import { z } from 'zod';
import { fieldMeta } from '#tools/field-meta.ts';
import { timeOfDay } from './time-of-day.ts';

/** `personal`: set by the person and not sent yet; `received`: sent to them lately. */
export type ReminderScope = 'personal' | 'received';

export function reminderScopeOf(among: string | undefined): ReminderScope {
  return among === 'personal' ? 'personal' : 'received';
}

/** @param among which reminders may be meant */
export function reminderField(among: ReminderScope, ask: string): z.ZodString {
  return z.string().register(fieldMeta, {
    label: '提醒',
    kind: 'reminder',
    aliases: ['提醒编号'],
    ask,
    hint: '可以说编号(提醒#3)或者里面的几个字。',
    example: '提醒#3',
    among,
  });
}

export function dayField(ask: string): z.ZodString {
  return z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .register(fieldMeta, {
      label: '日期',
      kind: 'date',
      aliases: ['哪天', '提醒日期'],
      ask,
      example: '下周三',
      tense: 'future',
      near: ['提醒', '叫我', '推迟', '改到', '再', '上午', '下午', '晚上', '早上', '中午', '点'],
    });
}

/** Asked for by nobody: without it the usual hour counts. */
export const timeField = (): z.ZodString =>
  timeOfDay().register(fieldMeta, {
    label: '时间',
    kind: 'time_of_day',
    aliases: ['几点', '提醒时间'],
    example: '上午9点',
  });
