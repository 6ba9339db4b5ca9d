/** The check-up in the chat: what is wrong with a department's catalog, by which clause, and the step that mends it. */
import { z } from 'zod';
import { fieldMeta } from '../field-meta.ts';
import { defineTool } from '../tool.ts';
import { catalogResult } from './catalog-result.ts';
import { checkCatalog } from './checkup/check-catalog.ts';
import { offerFix } from './offer-fix.ts';

const shown = 10;
const offered = 5;

export const checkUpCatalog = defineTool({
  name: 'check-up-catalog',
  title: '目录体检',
  purpose:
    '检查一个部门已发布的目录:缺项、没有条件或依据、个人信息公开、逾期未更新、重复、名称和格式问题,每条对应条文并给出改法。',
  effect: 'reads',
  article: null,
  input: z.object({
    departmentId: z.string().register(fieldMeta, {
      label: '部门',
      kind: 'department',
      ask: '给哪个部门的目录做体检?',
      example: '市教育局',
      known: (actor) => {
        const ids = new Set(
          actor.memberships.flatMap((one) => (one.role === 'bureau' ? [] : (one.departmentId ?? []))),
        );
        return ids.size === 1 ? [...ids][0] : undefined;
      },
    }),
  }),
  output: catalogResult.extend({
    entries: z.number().int(),
    findings: z.array(
      z.object({
        rule: z.string(),
        entryId: z.string(),
        name: z.string(),
        department: z.string(),
        text: z.string(),
        clause: z.object({ instrument: z.string(), article: z.string() }),
        fix: z.object({ field: z.string(), suggestion: z.string(), value: z.string().optional() }),
      }),
    ),
  }),
  permits: { officer: 'own', lead: 'own', bureau: 'any' },
  says: ['目录 体检|检查|自查|质检', '体检|检查|自查 目录', '目录 有什么问题|有没有问题'],
  touches: ({ departmentId }) => ({ departmentId }),
  async run({ departmentId }, { actor, db, now }) {
    const { entries, findings } = await checkCatalog(db, { now, departmentId });
    const own = actor.memberships.some((one) => one.departmentId === departmentId);
    const lines = findings
      .slice(0, shown)
      .map(
        ({ name, text, clause, fix }, at) =>
          `${at + 1}. “${name}”${text}。依据:《${clause.instrument}》${clause.article}。建议:${fix.suggestion}`,
      );
    return {
      entryId: null,
      entries,
      findings: findings.map((finding) => ({ ...finding, clause: { ...finding.clause }, fix: { ...finding.fix } })),
      text:
        findings.length === 0
          ? `检查了 ${entries} 条已发布的目录,没有发现问题。`
          : [
              `检查了 ${entries} 条已发布的目录,发现 ${findings.length} 个问题:`,
              ...lines,
              ...(findings.length > shown ? [`还有 ${findings.length - shown} 个,改好后再检查一次即可看到。`] : []),
            ].join('\n'),
      offers: own ? findings.slice(0, offered).map(offerFix) : [],
    };
  },
});
