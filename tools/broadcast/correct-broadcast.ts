/** Corrects or recalls a broadcast by a second message, linked to the first, to everybody who has it or may have it. */
import { z } from 'zod';
import { fieldMeta } from '#tools/field-meta.ts';
import { Refusal } from '#tools/refusal.ts';
import { storedJson } from '#tools/stored-json.ts';
import { defineTool } from '#tools/tool.ts';
import { audienceSchema } from './audience.ts';
import { broadcastField } from './broadcast-field.ts';
import { type BroadcastPayload, loadBroadcast } from './broadcast-row.ts';
import { broadcastResultSchema, nameOf, resultOf } from './broadcast-result.ts';
import { stopBroadcast } from './cancel-broadcast.ts';
import { wording } from './wording.ts';

export const correctBroadcast = defineTool({
  name: 'correct-broadcast',
  title: '更正或撤回群发',
  purpose: '对已经发出的群发补发一条更正或撤回通知,只发给已经收到或可能收到的人;还在发送的先停下来。',
  effect: 'writes',
  article: null,
  input: z.object({
    broadcastId: broadcastField('to_correct', '更正或撤回哪一条群发?'),
    kind: z.enum(['correction', 'recall']).register(fieldMeta, {
      label: '方式',
      kind: 'choice',
      ask: '是更正内容,还是整条撤回?',
      choices: { correction: ['更正', '改正', '修正'], recall: ['撤回', '作废', '收回'] },
    }),
    text: z
      .string()
      .trim()
      .min(4)
      .max(2_000)
      .register(fieldMeta, {
        label: '说明',
        kind: 'long_text',
        aliases: ['内容', '原因'],
        ask: '请写给收件人的说明。',
        example: '截止日期应为 3 月 20 日,不是 3 月 10 日。',
      }),
  }),
  output: broadcastResultSchema,
  permits: { bureau: 'any' },
  says: ['更正|撤回|收回|作废|纠正 群发|广播|通知|刚才', '群发|广播|通知 写错了|发错了|有误|要更正|要撤回|撤回'],
  touches: () => null,
  async run({ broadcastId, kind, text }, { actor, db, now, record }) {
    const original = await loadBroadcast(db, broadcastId);
    if (['canary', 'sending', 'paused'].includes(original.state)) await stopBroadcast(db, original, now);
    const received = await db.outbox.count({
      where: { broadcastId, personId: { not: null }, state: { in: ['sent', 'unknown', 'sending'] } },
    });
    if (received === 0)
      throw new Refusal('NOBODY_RECEIVED', wording.nobodyReceived, { remedy: wording.nobodyReceivedRemedy });
    const recalls = kind === 'recall';
    const payload: BroadcastPayload = {
      text: recalls ? wording.recall(original.title, text) : wording.correction(original.title, text),
      act: 'receipt',
    };
    const audience = audienceSchema.parse({ who: ['officer', 'lead', 'bureau'], received: broadcastId });
    const row = await db.broadcast.create({
      data: {
        title: wording.correctionTitle(recalls, original.title),
        payload,
        audience: storedJson(audience) ?? {},
        createdById: actor.personId ?? '',
        createdAt: now,
        correctsId: broadcastId,
        recalls,
      },
    });
    record({ subjectKind: 'broadcast', subjectId: row.id, after: { corrects: broadcastId, recalls, text } });
    return resultOf(row, [wording.corrected(nameOf(row), received)], ['rehearse', 'send', 'cancel']);
  },
});
