/** 下周三提醒我催一下民政局: a reminder of one's own, at a time of one's own choosing. */
import { z } from 'zod';
import { changshaDay } from '#tools/deadlines/changsha-day.ts';
import { addDays } from '#tools/deadlines/iso-date.ts';
import { fieldMeta } from '#tools/field-meta.ts';
import { Refusal } from '#tools/refusal.ts';
import { cityCalendar } from '#tools/requests/city-calendar.ts';
import { defineTool } from '#tools/tool.ts';
import { refusals } from './refusals.ts';
import { dayField, timeField } from './reminder-fields.ts';
import { momentOf } from './reminder-moment.ts';
import { personalRule } from './send-personal-reminders.ts';
import { printMoment } from './wording.ts';

const longestAhead = 731;

/** Words that a sentence begins with which wants to be reminded some day. */
const whenWords = [
  '今天|明天|后天|大后天|今晚|明早|上午|下午|晚上|早上|中午|月底|月初|年底|下个月|下周|下下周|这周|本周|星期|礼拜',
  ...['一', '二', '三', '四', '五', '六', '日', '天'].map((day) => `周${day}`),
  '1|2|3|4|5|6|7|8|9|一|二|三|四|五|六|七|八|九|十|过|等',
].join('|');
/** 提醒我明天上午9点开会: the day and the time are no part of what is to be done. */
const dayAndTime =
  '(?:今天|明天|大?后天|下*周.|(?:\\d{1,2}月)?\\d{1,2}[日号])?(?:上午|下午|晚上|早上|中午)?(?:\\d{1,2}点(?:半|\\d{1,2}分?)?|\\d{1,2}:\\d{2})?';

export const setReminder = defineTool({
  name: 'set-reminder',
  title: '设提醒',
  purpose: '到某一天某个时间提醒我做一件事。',
  effect: 'writes',
  article: null,
  input: z.object({
    text: z
      .string()
      .trim()
      .min(1)
      .max(200)
      .register(fieldMeta, {
        label: '提醒内容',
        kind: 'text',
        aliases: ['内容', '事情'],
        ask: '要提醒您什么事?',
        example: '催一下民政局',
        spot: [
          `(?:提醒|叫)我们?(?:一下|一声|一次)?[,: ]*${dayAndTime}(?:要|记得|去|该)?[,: ]*([^,.;!?\\n]{2,200})`,
          '(?:设|加|建|定)(?:一?个|一?条)?提醒[,: ]+([^.;!?\\n]{2,200})',
        ],
      }),
    on: dayField('哪一天提醒您?'),
    at: timeField().optional(),
  }),
  output: z.object({ id: z.string(), number: z.number().int(), dueAt: z.string(), text: z.string() }),
  permits: { officer: 'own', lead: 'own', bureau: 'own', public: 'own' },
  says: [`${whenWords} 提醒我|叫我`, '提醒 我', '提醒我', '设|设置|加|建|定|新建 提醒', '到时候|到时 叫我|提醒我'],
  touches: (_, { actor }) => ({ personId: actor.personId }),
  draftName: ({ text }) => (typeof text === 'string' ? `提醒“${text}”` : undefined),
  async summary(given, context) {
    const due = await momentOf(given, context);
    const calendar = await cityCalendar(context.db);
    const day = calendar.dayKind(given.on);
    const off = day.kind === 'holiday' ? `那天${day.name}放假。` : day.kind === 'weekend' ? '那天是周末。' : '';
    return [`将在${printMoment(due)}提醒您。${off}`];
  },
  async run({ text, on, at }, context) {
    const { actor, db, now, record } = context;
    if (actor.personId === null) throw new Refusal('NOT_BOUND', ...refusals.noPerson);
    const due = await momentOf({ on, at }, context);
    if (due <= now) throw new Refusal('TIME_PASSED', ...refusals.timePassed);
    if (on > addDays(changshaDay(now), longestAhead)) throw new Refusal('REMINDER_TOO_FAR', ...refusals.tooFar);
    const key = `${personalRule}:${actor.personId}:${now.toISOString()}:${due.toISOString()}:${text}`;
    const { id, number } = await db.reminder.create({
      data: {
        key,
        rule: personalRule,
        personId: actor.personId,
        dueAt: due,
        text,
        createdById: actor.personId,
        createdAt: now,
      },
      select: { id: true, number: true },
    });
    record({ subjectKind: 'reminder', subjectId: id, after: { text, dueAt: due.toISOString() } });
    return { id, number, dueAt: due.toISOString(), text };
  },
  undo: ({ id }) => ({ tool: 'cancel-reminder', fields: { reminderId: id }, withinMinutes: 60 }),
});
