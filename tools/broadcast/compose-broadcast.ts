/** The bureau drafts a broadcast: to whom, what, and what the receivers can do at once; shown before it is stored, sent to nobody. */
import { z } from 'zod';
import { fieldMeta } from '#tools/field-meta.ts';
import { defineTool } from '#tools/tool.ts';
import { storedJson } from '#tools/stored-json.ts';
import type { LookContext } from '#tools/tool-context.ts';
import { audienceSchema, type Audience } from './audience.ts';
import { acts } from './broadcast-row.ts';
import { broadcastResultSchema, nameOf, resultOf } from './broadcast-result.ts';
import { isPersonal, unknownFields } from './personal-words.ts';
import { previewOf } from './preview.ts';
import { resolveAudience } from './resolve-audience.ts';
import { wording } from './wording.ts';

const audienceField = audienceSchema.register(fieldMeta, {
  label: '收件范围',
  kind: 'audience',
  aliases: ['发给谁', '范围', '对象', '收件人'],
  ask: '发给谁?',
  hint: '例如:所有联系人、各区县的负责人、有超期未答复的部门、还没签共享清单的部门,也可以点名部门,或者说“除了某某”。',
  example: '有超期未答复的部门',
});

export const composeBroadcast = defineTool({
  name: 'compose-broadcast',
  title: '起草群发',
  purpose: '市数据资源局起草一条群发通知:选定收件范围、写好内容,先看会发给多少人、谁收不到、要多久,再决定发不发。',
  effect: 'writes',
  article: '第六条第二款',
  input: z.object({
    audience: audienceField,
    title: z
      .string()
      .trim()
      .min(2)
      .max(60)
      .register(fieldMeta, {
        label: '标题',
        kind: 'text',
        aliases: ['题目', '主题'],
        ask: '这条通知的标题是?',
        example: '请尽快答复超期的共享申请',
      }),
    text: z
      .string()
      .trim()
      .min(5)
      .max(2_000)
      .refine((text) => unknownFields(text).length === 0, {
        error: `${wording.badFields(['大括号'])}${wording.fieldsKnown}`,
      })
      .register(fieldMeta, {
        label: '正文',
        kind: 'long_text',
        aliases: ['内容', '通知内容'],
        ask: '请写通知的正文。',
        hint: '可以用{姓名}、{部门}、{待办}、{超期数}代入每个部门自己的情况。',
        example: '{部门}:你单位有{超期数}件申请超期未答复,请今天内办理。',
      }),
    act: z.enum(acts).register(fieldMeta, {
      label: '附带操作',
      kind: 'choice',
      aliases: ['操作', '按钮'],
      ask: '收件人要能直接做什么?',
      choices: {
        items: ['附上各部门自己的待办和办理按钮', '附待办', '待办', '办理按钮'],
        receipt: ['请对方点“收到”', '收到', '回执', '确认收到'],
        none: ['只通知', '不用回复', '不需要回复', '什么都不用'],
      },
    }),
  }),
  output: broadcastResultSchema,
  permits: { bureau: 'any' },
  says: [
    '给|向|对 发|发个|发一个|发一条|发条 通知|群发|广播',
    '群发|广播 通知|消息|一条|提醒|给',
    '发|发个|发一个|发一条|起草|拟|写|发布 群发|广播|群发通知',
    '发|发个|发一个|发一条|起草|拟|写|下 通知|消息|提醒 给|到|通知|各|所有|全体',
    '给|向|对 所有|全体|各|超期|没签|区县|部门|联系人|负责人 发|发个|发一个|发一条|群发 通知|消息|提醒',
    '通知|提醒一下|催一下 所有|全体|各|超期|没签 部门|单位|区县|联系人|负责人',
  ],
  touches: () => null,
  draftName: ({ title }) => (typeof title === 'string' ? `群发《${title}》` : undefined),
  // The first line is the field itself.
  summary: async ({ audience, text, act }, context) =>
    (await preview(audience, isPersonal(text) || act === 'items', context)).slice(1),
  async run({ audience, title, text, act }, { actor, db, now, record }) {
    const row = await db.broadcast.create({
      data: {
        title,
        payload: { text, act },
        audience: storedJson(audience) ?? {},
        createdById: actor.personId ?? '',
        createdAt: now,
      },
    });
    record({ subjectKind: 'broadcast', subjectId: row.id, after: { title, text, act, audience } });
    const lines = await preview(audience, isPersonal(text) || act === 'items', { db, now });
    return resultOf(row, [wording.drafted(nameOf(row)), ...lines], ['rehearse', 'send', 'cancel']);
  },
});

async function preview(
  audience: Audience,
  personal: boolean,
  { db, now }: Pick<LookContext, 'db' | 'now'>,
): Promise<readonly string[]> {
  return (await previewOf(db, audience, await resolveAudience(db, audience, now), personal)).lines;
}
