/** A citizen, legal person or other organisation asks for data that are opened under conditions (Art. 24). */
import { z } from 'zod';
import { printDay } from '#tools/deadlines/print-day.ts';
import { fieldMeta } from '#tools/field-meta.ts';
import { defineTool } from '#tools/tool.ts';
import { findPublished, loadPublished, saysAll, wantedItems } from './entry-to-request.ts';
import { expectedDue } from './expected-due.ts';
import { filingAdvice } from './filing-words.ts';
import { obstacleAdvice } from './obstacle-advice.ts';
import { openObstacle } from './open-obstacle.ts';
import { registerRequest } from './register-request.ts';
import { requestResult, resultOf } from './request-result.ts';
import { entryField, itemsField } from './share-form.ts';
import { tellAbout } from './tell-about.ts';

const input = z.object({
  entryId: entryField('想申请开放哪条目录的数据?'),
  scenario: z
    .string()
    .trim()
    .min(4)
    .max(500)
    .register(fieldMeta, {
      label: '用途',
      kind: 'long_text',
      aliases: ['使用目的', '场景'],
      ask: '打算用来做什么?',
      example: '核对带团导游是否持证',
      article: '第二十四条第二款',
      why: '提供部门要按用途判断能不能开放、用哪种方式开放。',
      spot: ['(?:用于|用来|为了)([^,.;]{4,60})'],
    }),
  items: itemsField('第二十四条第一款'),
  method: z.enum(['authorised_use', 'verification', 'query', 'desensitised', 'computed_result']).register(fieldMeta, {
    label: '开放方式',
    kind: 'choice',
    aliases: ['方式'],
    ask: '希望用哪种方式?',
    article: '第二十四条第一款',
    choices: {
      authorised_use: ['授权使用', '授权下载'],
      verification: ['核验'],
      query: ['查询'],
      desensitised: ['脱敏', '脱敏后提供', '脱敏处理'],
      computed_result: ['提供计算结果', '计算结果', '统计结果'],
    },
  }),
  contact: z
    .string()
    .trim()
    .min(2)
    .max(200)
    .register(fieldMeta, {
      label: '联系方式',
      kind: 'text',
      aliases: ['联系人', '电话'],
      ask: '怎么称呼您,怎么联系?',
      example: '陈女士,电话或邮箱',
    }),
});
const given = input.partial();

export const fileOpenRequest = defineTool({
  name: 'file-open-request',
  title: '申请开放数据',
  purpose: '公民、法人和其他组织申请有条件开放的数据;涉及个人隐私或敏感信息的,只能脱敏后开放。',
  effect: 'writes',
  article: '第二十四条第二款',
  input,
  output: requestResult,
  permits: { public: 'own' },
  says: [
    '申请|想要|需要|要 开放 数据|信息',
    '申请 开放',
    '开放申请',
    '想要|需要|想用|要用 局|委|厅|办公室|中心|支队 数据|信息',
  ],
  touches: (_, { actor }) => ({ personId: actor.personId }),
  draftName: ({ scenario }) => (typeof scenario === 'string' ? `开放申请(${scenario.slice(0, 16)})` : undefined),
  async advise(values, { actor, db }) {
    const { entryId, items, method } = given.parse(values);
    const entry = entryId === undefined ? null : await findPublished(db, entryId);
    if (!entry) return [];
    const obstacle = await openObstacle(db, { entry, requesterId: actor.personId, items, method });
    if (obstacle) return [obstacleAdvice(obstacle)];
    const article = '第二十四条第三款';
    const { guarded } = wantedItems(items ?? [], entry);
    const guardedNote = `${guarded.join('、')}涉及个人隐私或敏感信息,只能脱敏后开放;开放方式请选“脱敏”,或者去掉这些信息项。`;
    const condition = entry.openingBasis;
    return [
      ...(entry.openingType === 'unconditional'
        ? [{ id: 'unconditional', text: filingAdvice.openUnconditional, article: '第二十四条第一款' }]
        : condition === null
          ? []
          : [{ id: 'condition', text: filingAdvice.condition(condition), article: '第二十四条第一款' }]),
      ...(guarded.length > 0 ? [{ id: 'guarded', text: guardedNote, article }] : []),
      ...(saysAll(items) ? [{ id: 'all', text: '申请了全部信息项,请确认都用得到。' }] : []),
    ];
  },
  async summary({ entryId }, { db, now }) {
    const entry = await loadPublished(db, entryId);
    if (entry.openingType === 'unconditional') return [filingAdvice.openUnconditional];
    const due = await expectedDue('open-answer', db, now);
    return [`提交后由${entry.entry.department.name}最晚在${printDay(due)}前答复。`];
  },
  async run({ entryId, scenario, items, method, contact }, context) {
    const { actor, db } = context;
    await db.$queryRaw`SELECT 1 FROM "CatalogEntry" WHERE "id" = ${entryId} FOR UPDATE`;
    const entry = await loadPublished(db, entryId);
    const obstacle = await openObstacle(db, { entry, requesterId: actor.personId, items, method });
    if (obstacle) throw obstacle;
    const free = entry.openingType === 'unconditional';
    const access = free ? (entry.access ?? '请在市政务数据开放平台按目录名称下载。') : null;
    const row = await registerRequest(
      'open',
      {
        entryId,
        versionId: entry.id,
        requesterDepartmentId: null,
        providerDepartmentId: entry.entry.departmentId,
        scenario,
        items: [...wantedItems(items, entry).names],
        openingMethod: method,
        contact,
      },
      context,
      access,
    );
    if (!free) await tellAbout(row, 'provider', '收到一件新的开放申请。', context);
    return await resultOf(row, context, [free ? '已登记。这条目录无条件开放,不用审批。' : '开放申请已经提交。']);
  },
  undo: ({ requestId, stage }) =>
    stage === 'submitted'
      ? { tool: 'withdraw-request', fields: { requestId, reason: '填报有误' }, withinMinutes: 60 }
      : null,
});
