/** 谁还没交共享责任清单: how far the campaign is, by list and stage, and which departments, a page at a time. */
import { z } from 'zod';
import { printDay } from '#tools/deadlines/print-day.ts';
import { fieldMeta } from '#tools/field-meta.ts';
import { pageField } from '#tools/page-field.ts';
import { defineTool } from '#tools/tool.ts';
import { requireCampaign } from './current-campaign.ts';
import { listField, listWord } from './list-fields.ts';
import { listResult } from './list-result.ts';
import { filterNames, passes, progressFilters, progressOf } from './progress.ts';
import { departmentLines, progressFacts, progressOffers } from './progress-words.ts';
import { campaignStageNames, listNames } from './stage-names.ts';

export const campaignProgress = defineTool({
  name: 'campaign-progress',
  title: '清单进度',
  purpose: '看三张清单更新的进度:每张清单到哪一步、哪些部门还没有报送、哪些待确认、哪些超期。',
  effect: 'reads',
  article: '第二十五条第二款',
  input: z.object({
    list: listField(null).optional(),
    what: z
      .enum(progressFilters)
      .optional()
      .register(fieldMeta, {
        label: '查什么',
        kind: 'choice',
        choices: {
          missing: ['没有报送', '还没', '没交', '没报', '未交', '未报', '没有交', '没有报', '没提交', '未提交', '缺'],
          to_sign: ['待签批', '没签批', '没签'],
          to_confirm: ['待确认', '等待确认', '没确认', '要确认', '待核收'],
          returned: ['退回'],
          confirmed: ['已确认', '确认了'],
          late: ['超期', '逾期', '过期', '迟交'],
          handed_in: ['已报送', '交了', '已交', '报了', '已报', '提交了'],
        },
      }),
    page: pageField({ label: '页', near: ['页'], example: '2' }),
  }),
  output: listResult.extend({
    title: z.string(),
    facts: z.array(z.object({ label: z.string(), value: z.string() })),
    /** Departments that the filter finds. */
    departments: z.number().int(),
  }),
  permits: { officer: 'own', lead: 'own', bureau: 'any' },
  says: [
    `谁|哪些|哪个|哪几个|多少|几个 没交|没有交|没报|没有报|未交|未报|没提交|未提交|还没|交了|报了|已交|已报|超期|逾期|待确认|退回 ${listWord}`,
    `${listWord} 谁|哪些|哪个|多少|几个 没交|没有交|没报|没有报|未交|未报|没提交|未提交|还没|交了|报了|超期|逾期|待确认|退回`,
    `${listWord}|清单更新 进度|进展|完成情况|报送情况|到哪一步`,
    `谁|哪些 待确认|没确认 ${listWord}`,
    '待确认的清单|待核收的清单|待签批的清单|超期的清单|逾期的清单|没交的清单|未交的清单|没报的清单',
    `${listWord} 缺|差 哪些|哪个|谁|几个`,
  ],
  touches: () => null,
  async run({ list, what, page = 1 }, { actor, db, now }) {
    const campaign = await requireCampaign(db);
    const bureau = actor.memberships.some(({ role }) => role === 'bureau');
    const own = actor.memberships.flatMap(({ departmentId }) => departmentId ?? []);
    const rows = await progressOf(db, campaign, now, bureau ? undefined : own);
    const wanted = rows.filter((row) => list === undefined || row.list === list);
    const filter = what ?? (campaign.state === 'published' ? undefined : 'missing');
    const found = filter === undefined ? [] : wanted.filter((row) => passes(filter, row));
    const facts = progressFacts(wanted, list);
    const title = `${campaign.year} 年三张清单更新(${campaignStageNames[campaign.state]},最晚${printDay(campaign.dueOn)})`;
    const { lines, departments, pages } = departmentLines(found, page);
    const about = `${list === undefined ? '清单' : listNames[list]}${filter === undefined ? '' : filterNames[filter]}`;
    const listing =
      filter === undefined
        ? []
        : departments === 0
          ? [`没有${about}的部门。`]
          : [
              `${about}的部门有 ${departments} 个${pages > 1 ? `(第 ${Math.min(page, pages)} 页,共 ${pages} 页)` : ''}:`,
              ...lines,
            ];
    return {
      title,
      facts,
      departments,
      text: [title, ...facts.map(({ label, value }) => `${label}:${value}`), ...listing].join('\n'),
      offers: progressOffers({ campaign, found, filter, list, page, pages, bureau }),
    };
  },
});
