/** Sends a drafted broadcast, now or at a time; above a number of people a second person of the bureau has to release it first. */
import { z } from 'zod';
import { fieldMeta } from '#tools/field-meta.ts';
import { Refusal } from '#tools/refusal.ts';
import { bureauPeople } from '#tools/requests/people-to-tell.ts';
import { cityCalendar } from '#tools/requests/city-calendar.ts';
import { defineTool } from '#tools/tool.ts';
import type { LookContext } from '#tools/tool-context.ts';
import { broadcastField } from './broadcast-field.ts';
import { broadcastSettings } from './broadcast-settings.ts';
import { loadBroadcast, moveBroadcast } from './broadcast-row.ts';
import { broadcastResultSchema, nameOf, offersFor, resultOf } from './broadcast-result.ts';
import { isPersonal } from './personal-words.ts';
import { type Preview, previewOf } from './preview.ts';
import { resolveAudience } from './resolve-audience.ts';
import { offTheHour, printTime, readSendTime } from './send-time.ts';
import { wording } from './wording.ts';

interface Sending {
  readonly broadcastId: string;
  readonly when?: string | undefined;
  readonly canary?: number | undefined;
}

export const sendBroadcast = defineTool({
  name: 'send-broadcast',
  title: '发送群发',
  purpose: '把起草好的群发正式发出:可以定时,可以先发一小批,人数多时由另一位同事放行。',
  effect: 'writes',
  article: '第六条第二款',
  input: z.object({
    broadcastId: broadcastField('to_send', '发送哪一条群发?'),
    when: z
      .string()
      .optional()
      .register(fieldMeta, {
        label: '发送时间',
        kind: 'text',
        aliases: ['时间', '定时'],
        example: '明天上午9点10分',
        spot: [
          '((?:今天|明天|后天|(?:下|这|本)?周[一二三四五六日]|\\d{1,2}月\\d{1,2}[日号])[^,.;]{0,4}(?:\\d{1,2}|[一二两三四五六七八九十]{1,3})(?:点|时|:)[\\d一二三四五六七八九十半刻分]*)',
        ],
      }),
    canary: z
      .number()
      .int()
      .min(0)
      .max(1_000)
      .optional()
      .register(fieldMeta, {
        label: '首批人数',
        kind: 'number',
        aliases: ['首批', '先发'],
        example: '10',
        near: ['先发', '首批', '先给'],
      }),
  }),
  output: broadcastResultSchema,
  permits: { bureau: 'any' },
  says: [
    '发送|发出|正式发|发出去|开始发 群发|广播|通知|这条',
    '把|将 群发|广播|通知 发出去|发出|发送|发了',
    '群发|这条|通知 发送|发出|可以发|发吧',
    '定时|预约 发送|群发',
  ],
  touches: () => null,
  summary: async (input, context) => {
    const { preview, needsRelease, at } = await look(input, context);
    return [
      ...preview.lines,
      ...(at === null ? [] : [wording.sendsAt(printTime(at.time)), ...(at.shifted ? [wording.shifted] : [])]),
      ...(input.canary === undefined || input.canary === 0 ? [] : [wording.canaryFirst(input.canary)]),
      ...(needsRelease === null ? [] : [wording.needsRelease(needsRelease)]),
    ];
  },
  async run(input, context) {
    const { db, now, actor, record, tell } = context;
    const { broadcast, preview, needsRelease, at } = await look(input, context);
    const scheduledAt = at?.time ?? now;
    const state = needsRelease === null ? 'scheduled' : 'awaiting_release';
    const data = { state, scheduledAt, canary: input.canary ?? 0 } as const;
    await moveBroadcast(db, broadcast, ['draft', 'rehearsed'], data);
    record({
      subjectKind: 'broadcast',
      subjectId: broadcast.id,
      after: { state, scheduledAt, people: preview.planned },
    });
    const name = nameOf(broadcast);
    if (needsRelease === null)
      return resultOf(
        broadcast,
        [wording.accepted(name, at === null ? null : printTime(at.time))],
        ['show', 'pause', 'cancel'],
      );
    const others = (await bureauPeople(db, now)).filter((personId) => personId !== actor.personId);
    for (const personId of others)
      tell({
        personId,
        key: `broadcast:${broadcast.id}:release:${now.getTime()}`,
        text: wording.releaseAsked(actor.name, name, [broadcast.payload.text, ...preview.lines]),
        offers: offersFor(broadcast, ['release', 'show', 'cancel']),
      });
    return resultOf(broadcast, [wording.waitsForRelease(name)], ['show', 'cancel']);
  },
});

interface Looked {
  readonly broadcast: Awaited<ReturnType<typeof loadBroadcast>>;
  readonly preview: Preview;
  /** Above how many people; null: it goes without. */
  readonly needsRelease: number | null;
  /** Null: now. */
  readonly at: { readonly time: Date; readonly shifted: boolean } | null;
}

async function look({ broadcastId, when }: Sending, { db, now }: Pick<LookContext, 'db' | 'now'>): Promise<Looked> {
  const broadcast = await loadBroadcast(db, broadcastId);
  const { text, act } = broadcast.payload;
  const roster = await resolveAudience(db, broadcast.audience, now);
  const preview = await previewOf(db, broadcast.audience, roster, isPersonal(text) || act === 'items');
  if (preview.planned === 0) throw new Refusal('NOBODY_TO_SEND_TO', wording.nobody, { remedy: wording.nobodyRemedy });
  const { releaseAbove } = await broadcastSettings(db);
  const needsRelease = preview.planned > releaseAbove ? releaseAbove : null;
  if (when === undefined) return { broadcast, preview, needsRelease, at: null };
  const said = readSendTime(when, now, await cityCalendar(db));
  if (said === null)
    throw new Refusal('SEND_TIME_UNREAD', wording.timeUnread, { remedy: wording.timeRemedy, field: 'when' });
  const time = offTheHour(said);
  if (time.getTime() <= now.getTime())
    throw new Refusal('SEND_TIME_PAST', wording.pastTime, { remedy: wording.pastTimeRemedy, field: 'when' });
  return { broadcast, preview, needsRelease, at: { time, shifted: time.getTime() !== said.getTime() } };
}
