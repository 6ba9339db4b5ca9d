/** Finds data by what is said of them: who has what, with filters in words; says plainly when there is nothing. */
import { z } from 'zod';
import type { Actor } from '#tools/people/actor.ts';
import { fieldMeta } from '../field-meta.ts';
import { defineTool } from '../tool.ts';
import type { Db } from '../tool-context.ts';
import { catalogResult } from './catalog-result.ts';
import { seesPublished } from './entry-row.ts';
import { catalogSearchOf } from './search/catalog-search-of.ts';
import { coreName } from './checkup/likeness.ts';
import { stateNames } from './wording.ts';
import { findingsText, hitLine } from './search/findings-text.ts';

const shown = 8;
const offered = 3;

export const searchCatalog = defineTool({
  name: 'search-catalog',
  title: '查找目录',
  purpose: '在已发布的目录里找数据:按名称、内容、信息项、部门,以及共享类型、开放类型、更新周期等条件。',
  effect: 'reads',
  article: null,
  input: z.object({
    words: z
      .string()
      .trim()
      .min(1)
      .max(500)
      .register(fieldMeta, {
        label: '要找的数据',
        kind: 'text',
        aliases: ['关键词'],
        ask: '想找什么数据?可以带条件,例如“人社局的、有条件共享的、每月更新的”。',
        example: '婚姻登记',
        alone: true,
        spot: [
          '^(?:请问|请|麻烦|帮我?|我?想|我?要|能不能|可以)*(?:查找|查询|搜索|查|找|搜)(?:一下|一找|下|一查)?(?:有没有|有哪些)?(.{2,60}?)(?:的?目录)?[?.]?$',
          '^((?:请问)?(?:谁|哪个部门|哪些部门|哪个局|哪家单位)(?:有|提供|掌握|管).{2,60}?)[?.]?$',
          '((?:我们?|本)(?:局|委|办|单位|部门|中心)(?:都|现在|目前|自己)?(?:有|发布了?|的)(?:哪些|什么|多少条?)?.{0,20}?(?:数据|目录|信息))',
          '^((?:有没有|有哪些|哪些).{2,60}?(?:数据|目录|信息|开放|共享)(?:的)?)[?.]?$',
        ],
      }),
  }),
  output: catalogResult.extend({
    none: z.boolean(),
    hits: z.array(z.object({ id: z.string(), name: z.string(), department: z.string(), score: z.number() })),
  }),
  permits: { officer: 'any', lead: 'any', bureau: 'any', public: 'any', newcomer: 'any' },
  says: [
    '查|找|搜|查找|查询|搜索 数据|目录|信息|名录|名单',
    '搜索|搜一下|查找|找一下|帮我找',
    '谁有|谁家有|哪个部门有|哪些部门有|哪个局有 数据|信息|目录',
    '有没有|有哪些 数据|目录',
    '哪些 无条件|有条件|不予 共享|开放',
    '数据|目录 在哪|哪里有|找谁要',
  ],
  touches: () => null,
  async run({ words }, { actor, db }) {
    const search = await catalogSearchOf(db);
    const findings = await search.search(ofOwn(words, actor), {
      limit: shown,
      visible: (entry) => seesPublished(actor, entry.openingType),
    });
    const { hits } = findings;
    const own = await ownUnpublished(words, actor, db);
    return {
      entryId: hits[0]?.entry.entryId ?? null,
      none: findings.none,
      text: [
        findingsText(findings),
        ...own.map(({ name, state }) => `本部门另有“${name}”:${stateNames[state]}。`),
      ].join('\n'),
      hits: hits.map((hit) => {
        const { id, name, department, score } = hitLine(hit);
        return { id, name, department, score };
      }),
      offers: [...own, ...hits.map(({ entry }) => entry)].slice(0, offered).map(({ name, entryId }) => ({
        title: `查看“${name}”`,
        tool: 'show-catalog-entry',
        fields: { entryId },
      })),
    };
  },
});

/** What the asker's own department has not published yet is in no index; it is named when it is called so. */
async function ownUnpublished(words: string, { memberships }: Actor, db: Db) {
  const departmentId = { in: memberships.flatMap((one) => one.departmentId ?? []) };
  if (departmentId.in.length === 0) return [];
  const rows = await db.catalogVersion.findMany({
    where: { state: { in: ['draft', 'submitted', 'returned'] }, entry: { departmentId } },
    select: { entryId: true, name: true, state: true },
    orderBy: { createdAt: 'desc' },
    take: 500,
  });
  const wanted = coreName(words.replace(/(?:的|这条|数据|目录)+$/u, ''));
  return rows
    .filter(({ name }) => wanted.length >= 2 && (name.includes(wanted) || wanted.includes(coreName(name))))
    .slice(0, offered);
}

/** 我们局 is the department of whoever asks, where that is one. */
function ofOwn(words: string, { memberships }: Actor): string {
  const names = [...new Set(memberships.flatMap(({ departmentName }) => departmentName ?? []))];
  const [own] = names;
  return own !== undefined && names.length === 1
    ? words.replace(/(?:我们?|本)(?:局|委|办|单位|部门|中心)(?:都|现在|目前|自己)?/u, own)
    : words;
}
