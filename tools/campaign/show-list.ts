/** Shows a department's lists: where each stands, or one of them with what changed, what is lacking and its lines, a page at a time. */
import { z } from 'zod';
import { printDay } from '#tools/deadlines/print-day.ts';
import { pageField } from '#tools/page-field.ts';
import { defineTool } from '#tools/tool.ts';
import { listPage, overview } from './list-words.ts';
import { listOffers, overviewOffers } from './list-steps.ts';
import { departmentField, listField, listWord } from './list-fields.ts';
import { listResult } from './list-result.ts';
import { viewsOf } from './list-view.ts';
import { listNames } from './stage-names.ts';
import { loadLists } from './submission-row.ts';

export const showList = defineTool({
  name: 'show-list',
  title: '查看清单',
  purpose: '查看部门的三张清单:到了哪一步、与上年相比的变化、缺什么、每一行。',
  effect: 'reads',
  article: '第二十五条第一款',
  input: z.object({
    departmentId: departmentField('看哪个部门的清单?'),
    list: listField(null).optional(),
    page: pageField({ label: '页', near: ['页'], example: '2' }),
  }),
  output: listResult.extend({
    title: z.string(),
    facts: z.array(z.object({ label: z.string(), value: z.string() })),
  }),
  permits: { officer: 'own', lead: 'own', bureau: 'any' },
  says: [
    `查看|看看|看一下|打开|显示 ${listWord}`,
    `我们|本部门|我局 ${listWord} 到哪|怎么样|情况|进度|状态`,
    `${listWord} 缺什么|差什么|有哪些变化|预填`,
  ],
  touches: ({ departmentId }) => ({ departmentId }),
  async run({ departmentId, list, page = 1 }, { actor, db, now }) {
    const views = await viewsOf(db, await loadLists(db, departmentId, list && [list]), now);
    const [first] = views;
    if (!first) throw new Error('no list');
    const { campaign, department } = first.submission;
    const title = `${department.name} ${campaign.year} 年${list === undefined ? '三张清单' : listNames[list]}`;
    const due = `最晚${printDay(campaign.dueOn)}报送`;
    if (list === undefined) {
      const facts = overview(views);
      return {
        title,
        facts,
        text: [title, due, ...facts.map(({ label, value }) => `${label}:${value}`)].join('\n'),
        offers: overviewOffers(views, actor),
      };
    }
    const { lines, pages } = listPage(first, page);
    return {
      title,
      facts: [],
      text: [`${title}(${due})`, ...lines].join('\n'),
      offers: listOffers(first, actor, { page, pages }),
    };
  },
});
