/** 以后上午9点提醒我: at which hour, and where, somebody likes to be reminded. */
import { z } from 'zod';
import { fieldMeta } from '#tools/field-meta.ts';
import { Refusal } from '#tools/refusal.ts';
import { storedJson } from '#tools/stored-json.ts';
import { defineTool } from '#tools/tool.ts';
import { channelName, channelNames } from './channel-names.ts';
import { preferencesSchema, readPreferences } from './preferences.ts';
import { refusals } from './refusals.ts';
import { minutesOf, printMinutes, timeOfDay } from './time-of-day.ts';
import { hourWithin, loadHours } from './working-hours.ts';

const channels = ['wecom', 'dingtalk', 'feishu', 'botframework', 'directline'] as const;

export const setReminderPreferences = defineTool({
  name: 'set-reminder-preferences',
  title: '设置提醒习惯',
  purpose: '设置每天几点、在哪个渠道收到到期提醒;法定期限的最后一次提醒不受影响。',
  effect: 'writes',
  article: null,
  input: z
    .object({
      hour: timeOfDay()
        .register(fieldMeta, {
          label: '提醒时间',
          kind: 'time_of_day',
          aliases: ['时间', '几点'],
          ask: '每天几点提醒您?',
          askOnlyIf: ({ channel }) => channel === undefined,
          example: '上午9点',
        })
        .optional(),
      channel: z
        .enum(channels)
        .register(fieldMeta, {
          label: '提醒渠道',
          kind: 'choice',
          aliases: ['渠道'],
          choices: channelNames,
          near: ['提醒', '在', '用', '发到'],
        })
        .optional(),
    })
    .superRefine(({ hour, channel }, context) => {
      if (hour === undefined && channel === undefined)
        context.addIssue({ code: 'custom', path: ['hour'], message: '请说每天几点提醒,或者在哪个渠道提醒。' });
    }),
  output: z.object({ hour: z.string().nullable(), channel: z.string().nullable() }),
  permits: { officer: 'own', lead: 'own', bureau: 'own', public: 'own' },
  says: [
    '以后|今后|每天|每次|平时 点|上午|下午|早上|中午|晚上 提醒我|提醒|叫我',
    '以后|今后 在|用|通过 提醒我|提醒',
    '提醒 时间|习惯|渠道 改|设|调|换',
    '改|设置|调整|换 提醒 时间|习惯|渠道',
  ],
  touches: (_, { actor }) => ({ personId: actor.personId }),
  async run({ hour, channel }, { actor, db, now, record }) {
    const { personId } = actor;
    if (personId === null) throw new Refusal('NOT_BOUND', ...refusals.noPerson);
    const hours = await loadHours(db);
    if (hour !== undefined && hourWithin(minutesOf(hour), hours) !== minutesOf(hour))
      throw new Refusal(
        'HOUR_OUTSIDE',
        ...refusals.hourOutside(printMinutes(hours.from), printMinutes(hourWithin(24 * 60, hours))),
      );
    if (channel !== undefined && !(await db.conversation.findFirst({ where: { personId, channel } })))
      throw new Refusal('CHANNEL_UNKNOWN', ...refusals.channelUnknown(channelName(channel)));
    const { preferences } = await db.person.findUniqueOrThrow({
      where: { id: personId },
      select: { preferences: true },
    });
    const before = readPreferences(preferences);
    const after = { ...before, ...(hour !== undefined && { hour }), ...(channel !== undefined && { channel }) };
    const kept = preferencesSchema.safeParse(preferences ?? {});
    await db.person.update({
      where: { id: personId },
      data: { preferences: storedJson({ ...(kept.success && kept.data), reminders: after }) },
    });
    record({
      subjectKind: 'person',
      subjectId: personId,
      action: 'reminder.preferences',
      before,
      after: { ...after, at: now.toISOString() },
    });
    return { hour: after.hour ?? null, channel: after.channel ?? null };
  },
});
