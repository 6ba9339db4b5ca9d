/** “我们三定变了”, “某条例修订了”: opens the update task of Art. 16 with the entries it touches and its clock. */
import { z } from 'zod';
import { fieldMeta } from '../field-meta.ts';
import type { Actor } from '#tools/people/actor.ts';
import { Refusal } from '../refusal.ts';
import { defineTool } from '../tool.ts';
import { affectedEntries } from './affected-entries.ts';
import { catalogResult, offerRevise } from './catalog-result.ts';
import { updateArticle, updateDueWords, updateLimit } from './update-clock.ts';
import { refusals } from './wording.ts';

const offered = 6;

const input = z.object({
  cause: z.enum(['law', 'function']).register(fieldMeta, {
    label: '变化类型',
    kind: 'choice',
    ask: '是法律法规修订了,还是部门职能变化了?',
    article: updateArticle,
    choices: {
      law: ['法律法规修订', '法规修订', '法律修订', '条例修订', '条例修改', '办法修订', '修订', '修正'],
      function: [
        '职能变化',
        '职能调整',
        '三定变了',
        '三定变化',
        '三定调整',
        '机构改革',
        '职能划转',
        '职责调整',
        '职能变了',
      ],
    },
  }),
  title: z
    .string()
    .trim()
    .min(2)
    .max(200)
    .register(fieldMeta, {
      label: '法规或职能',
      kind: 'text',
      aliases: ['法规名称', '职能名称', '文件名称'],
      ask: '是哪部法规,或者哪项职能?',
      example: '《婚姻登记条例》',
      article: updateArticle,
      why: '靠它找出受影响的目录',
      spot: [
        '《([^》]{2,60})》(?:被|已|刚|又|最近)*(?:修订|修正|修改|改)',
        '([\\p{Script=Han}]{3,30}?(?:法|条例|办法|规定))(?:被|已经?|刚|又|最近)*(?:修订|修正|修改)了?',
        '(?:职能|职责)(?:变化|调整|划转|变了)?(?:是|为|:)\\s*([^,.;]{2,40})',
      ],
    }),
  occurredOn: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .register(fieldMeta, {
      label: '发生日期',
      kind: 'date',
      aliases: ['修订日期', '变化日期'],
      ask: '哪一天修订或者变化的?期限从这一天起算。',
      example: '3月2日',
      article: updateArticle,
      tense: 'past',
    }),
  departmentId: z.string().register(fieldMeta, {
    label: '部门',
    kind: 'department',
    ask: '哪个部门的目录要更新?',
    known: onlyDepartment,
  }),
});

export const changeOfLawOrFunction = defineTool({
  name: 'change-of-law-or-function',
  title: '法规或职能变化后的目录更新',
  purpose: '法律法规修订或者部门职能变化后,找出受影响的目录,开始 15 个工作日的更新和备案任务。',
  effect: 'writes',
  article: updateArticle,
  input,
  output: catalogResult.extend({ dutyId: z.string(), number: z.number().int(), entryIds: z.array(z.string()) }),
  permits: { officer: 'own', lead: 'own', bureau: 'own' },
  says: [
    '三定|职能|职责 变|变了|变化|调整|划转',
    '我们|本局|我局 三定|职能|职责 变了|变化了|调整了|划转了',
    '《 》 修订了|修正了|修改了|改了',
    '条例|法律|法规|办法|》 修订了|修正了|修改了|改了',
    '机构改革 目录',
  ],
  touches: ({ departmentId }) => ({ departmentId }),
  draftName: ({ title }) => (typeof title === 'string' ? `${title}变化后的目录更新` : undefined),
  async summary({ departmentId, cause, title, occurredOn }, context) {
    const affected = await affectedEntries(context.db, { departmentId, cause, title });
    return [
      affected.length === 0 ? '没有找到受影响的目录。' : `受影响的目录 ${affected.length} 条:`,
      ...affected.slice(0, 20).map(({ name, because }) => `- ${name}(${because})`),
      await updateDueWords(occurredOn, context),
    ];
  },
  async run({ departmentId, cause, title, occurredOn }, context) {
    const { actor, db, now, record } = context;
    const affected = await affectedEntries(db, { departmentId, cause, title });
    if (affected.length === 0) throw new Refusal('NOTHING_AFFECTED', ...refusals.nothingAffected(title));
    const what =
      cause === 'law' ? `《${title.replace(/[《》]/gu, '')}》修订后更新目录` : `职能“${title}”变化后更新目录`;
    const duty = await db.duty.create({
      data: {
        kind: 'catalog_update',
        departmentId,
        title: what,
        cause: cause === 'law' ? title : `职能:${title}`,
        occurredOn,
        openedById: actor.personId,
        openedAt: now,
        entries: { create: affected.map(({ entryId, because }) => ({ entryId, note: because })) },
        deadlineEvents: {
          create: {
            limit: updateLimit,
            kind: 'started',
            on: occurredOn,
            article: updateArticle,
            actorId: actor.personId,
            at: now,
          },
        },
      },
      select: { id: true, number: true },
    });
    record({
      subjectKind: 'duty',
      subjectId: duty.id,
      action: 'catalog.change-of-law',
      departmentId,
      after: { cause, title, occurredOn, entries: affected.map(({ entryId }) => entryId) },
    });
    return {
      entryId: null,
      dutyId: duty.id,
      number: duty.number,
      entryIds: affected.map(({ entryId }) => entryId),
      text: [
        `目录更新任务 #${duty.number} 已经开始:${what}。`,
        await updateDueWords(occurredOn, context),
        `请逐条核对这 ${affected.length} 条目录:`,
        ...affected.map(({ name, because }, at) => `${at + 1}. ${name}(${because})`),
        `都改好或核对过之后,说“目录更新任务 ${duty.number} 报备案”。`,
      ].join('\n'),
      offers: affected.slice(0, offered).map(({ entryId, name }) => {
        const offer = offerRevise(entryId, `修改“${name}”`);
        return { ...offer, fields: { ...offer.fields, changeNote: what } };
      }),
    };
  },
});

function onlyDepartment(actor: Actor): unknown {
  const departments = new Set(actor.memberships.flatMap(({ departmentId }) => departmentId ?? []));
  return departments.size === 1 ? [...departments][0] : undefined;
}
