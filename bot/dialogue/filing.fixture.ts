/** A writing task with a field of every kind, for the transcripts: files an entry of the catalog as a draft version. */
import { z } from 'zod';
import { dataItemSchema } from '#tools/catalogs/data-item.ts';
import { fieldMeta } from '#tools/field-meta.ts';
import { Refusal } from '#tools/refusal.ts';
import { defineTool } from '#tools/tool.ts';

export const filingInput = z.object({
  departmentId: z.string().register(fieldMeta, {
    label: '提供部门',
    kind: 'department',
    aliases: ['部门', '提供单位'],
    ask: '由哪个部门提供?',
    article: '第七条第二款',
    example: '市教育局',
  }),
  name: z
    .string()
    .min(4)
    .max(60)
    .register(fieldMeta, {
      label: '目录名称',
      kind: 'text',
      aliases: ['名称', '目录名'],
      ask: '这条目录叫什么名称?',
      example: '校园体育场地开放信息',
      alone: true,
      spot: [
        '(?:编制?|新?建|新增|登记|报送?|填)(?:(?:一|1)[条个份]|[条份]|个(?![人体]))?(?:新的)?(?!(?:一|1)[条个份]|[条份]|(?:信息|数据)(?:资源)?目录|新的|[我本]们?局)(.{3,40}?)(?:的(?:信息资源|数据资源|数据|信息)?|数据资源|信息资源|数据)?目录(?!名)',
        '目录[,: ]?(?:名称?|名字)?就?(?:叫做?|名为)["《]?([^"《》,.;\\n]{3,40})',
        '目录[: ]([^,.;: \\n]{1,38}(?:信息|数据|名录|名单|清单|台账|记录|情况|档案))(?=[,.; \\n]|$)',
      ],
    }),
  updateCycle: z.enum(['daily', 'monthly', 'quarterly', 'yearly']).register(fieldMeta, {
    label: '更新周期',
    kind: 'choice',
    ask: '多久更新一次?',
    example: '每季度',
    article: '第十六条第一款',
    why: '目录要写明数据多久更新一次,使用部门据此判断数据新不新',
    choices: {
      daily: ['每日', '按日'],
      monthly: ['每月', '按月', '月度'],
      quarterly: ['每季度', '季度', '按季'],
      yearly: ['每年', '年度', '按年'],
    },
  }),
  sharingType: z.enum(['unconditional', 'conditional', 'withheld']).register(fieldMeta, {
    label: '共享类型',
    kind: 'choice',
    aliases: ['共享属性'],
    ask: '共享类型是哪一种?',
    article: '第二十二条第一款',
    near: ['共享'],
    choices: {
      unconditional: ['无条件共享', '无条件', '随便用', '都可以用'],
      conditional: ['有条件共享', '有条件', '要审批', '需要申请'],
      withheld: ['不予共享', '不共享', '不给用'],
    },
  }),
  sharingBasis: z
    .string()
    .min(4)
    .optional()
    .register(fieldMeta, {
      label: '共享条件',
      kind: 'long_text',
      ask: '共享的条件或者不共享的依据是什么?',
      article: '第二十二条第二款',
      requiredIf: ({ sharingType }) => sharingType === 'conditional' || sharingType === 'withheld',
      askOnlyIf: ({ sharingType }) => sharingType === 'conditional' || sharingType === 'withheld',
    }),
  summary: z
    .string()
    .min(6)
    .register(fieldMeta, {
      label: '摘要',
      kind: 'long_text',
      aliases: ['内容摘要', '简介'],
      ask: '用一两句话说明这些数据是什么。',
      example: '全市中小学体育场地的名称、地址和开放时间',
    }),
  items: z
    .array(dataItemSchema)
    .min(1)
    .register(fieldMeta, {
      label: '信息项',
      kind: 'data_items',
      aliases: ['数据项', '字段'],
      ask: '有哪些信息项?可以把表格直接贴过来。',
      article: '第十六条第一款',
    }),
  personal: z.boolean().register(fieldMeta, {
    label: '是否涉及个人信息',
    kind: 'yes_no',
    ask: '是否涉及个人信息?',
    article: '第二十四条第三款',
    near: ['个人信息', '个人隐私'],
  }),
  source: z
    .string()
    .min(2)
    .optional()
    .register(fieldMeta, {
      label: '数据来源',
      kind: 'text',
      aliases: ['来源'],
      ask: '数据来源是哪个系统或哪项业务?',
      article: '第十六条第一款',
    }),
  effectiveOn: z.string().optional().register(fieldMeta, {
    label: '启用日期',
    kind: 'date',
    ask: '从哪一天起启用?',
    tense: 'future',
  }),
  standard: z.string().optional().register(fieldMeta, { label: '参考标准', kind: 'text' }),
});

export const fileEntry = defineTool({
  name: 'file-entry',
  title: '编制目录条目',
  purpose: '编制一条目录。',
  effect: 'writes',
  article: '第十六条第二款',
  input: filingInput,
  output: z.object({ entryId: z.string(), name: z.string() }),
  permits: { officer: 'own', lead: 'own', bureau: 'any' },
  says: ['编|编制|新建|新增|登记|建 目录'],
  touches: ({ departmentId }) => ({ departmentId }),
  draftName: ({ name }) => (typeof name === 'string' ? name : undefined),
  advise: ({ sharingType, personal }) =>
    personal === true && sharingType === 'unconditional'
      ? [{ id: 'personal-open', text: '涉及个人信息的数据一般不宜无条件共享,请再核对。', article: '第二十四条第三款' }]
      : [],
  async run(
    { departmentId, name, updateCycle, sharingType, sharingBasis, summary, items, source, standard },
    { actor, db, now, record },
  ) {
    const double = await db.catalogVersion.findFirst({ where: { name, entry: { departmentId } } });
    if (double) throw new Refusal('ALREADY_THERE', '本部门已有同名目录。', { remedy: '请换个名称。', field: 'name' });
    const entry = await db.catalogEntry.create({ data: { departmentId, kind: 'data', createdAt: now } });
    await db.catalogVersion.create({
      data: {
        entryId: entry.id,
        number: 1,
        state: 'submitted',
        name,
        summary,
        source: source ?? null,
        standard: standard ?? null,
        updateCycle,
        sharingType,
        sharingBasis: sharingBasis ?? null,
        authorId: actor.personId,
        createdAt: now,
        items: {
          create: items.map(({ name: item, type, length, personal }, index) => ({
            position: index + 1,
            name: item,
            type: type ?? null,
            length: length ?? null,
            personal: personal ?? false,
          })),
        },
      },
    });
    record({ subjectKind: 'catalog_entry', subjectId: entry.id, after: { name } });
    return { entryId: entry.id, name };
  },
  undo: ({ entryId }) => ({ tool: 'withdraw-entry', fields: { entryId, reason: '填报有误' }, withinMinutes: 60 }),
});

export const withdrawEntry = defineTool({
  name: 'withdraw-entry',
  title: '撤回目录条目',
  purpose: '撤回一条目录。',
  effect: 'writes',
  article: null,
  input: z.object({
    entryId: z.string().register(fieldMeta, { label: '目录', kind: 'text', fixed: true }),
    reason: z.string().min(2).register(fieldMeta, { label: '撤回原因', kind: 'text', ask: '为什么撤回?' }),
  }),
  output: z.object({ entryId: z.string() }),
  permits: { officer: 'own', lead: 'own', bureau: 'any' },
  says: ['撤回 目录'],
  touches: async ({ entryId }, { db }) => ({
    departmentId: (await db.catalogEntry.findUniqueOrThrow({ where: { id: entryId } })).departmentId,
  }),
  async run({ entryId, reason }, { db, now, record }) {
    await db.catalogVersion.updateMany({
      where: { entryId },
      data: { state: 'withdrawn', endedAt: now, changeNote: reason },
    });
    record({ subjectKind: 'catalog_entry', subjectId: entryId, reason });
    return { entryId };
  },
});

/** Of the bureau alone. */
export const openCampaign = defineTool({
  name: 'open-campaign',
  title: '发起三张清单更新',
  purpose: '发起年度三张清单更新。',
  effect: 'writes',
  article: '第二十五条第一款',
  input: z.object({
    dueOn: z.string().register(fieldMeta, { label: '截止日期', kind: 'date', ask: '哪天截止?', tense: 'future' }),
  }),
  output: z.object({ id: z.string() }),
  permits: { bureau: 'any' },
  says: ['发起|启动 清单'],
  touches: () => null,
  async run({ dueOn }, { actor, db, now, record }) {
    const { id } = await db.listCampaign.create({
      data: { year: Number(dueOn.slice(0, 4)), dueOn, openedById: actor.personId, openedAt: now },
    });
    record({ subjectKind: 'list_campaign', subjectId: id });
    return { id };
  },
});

/** Reads only. */
export const findEntries = defineTool({
  name: 'find-entries',
  title: '查找目录',
  purpose: '按名称查找目录。',
  effect: 'reads',
  article: null,
  input: z.object({
    words: z
      .string()
      .min(1)
      .register(fieldMeta, {
        label: '关键词',
        kind: 'text',
        ask: '想找什么数据?',
        spot: ['(?:查|找|搜)(?:一下|一找|下)?(?:有没有)?(.{2,30}?)(?:的)?(?:数据|目录)'],
      }),
  }),
  output: z.object({ names: z.array(z.string()) }),
  permits: { officer: 'any', lead: 'any', bureau: 'any', public: 'any', newcomer: 'any' },
  says: ['查|找|搜 数据|目录'],
  touches: () => null,
  async run({ words }, { db }) {
    const found = await db.catalogVersion.findMany({ where: { name: { contains: words } }, select: { name: true } });
    return { names: found.map(({ name }) => name) };
  },
});
