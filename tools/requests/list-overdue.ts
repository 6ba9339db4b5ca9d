/** 谁超期了: every answer, provision and duty whose last day is over; all of them for the bureau, the others see their own. */
import { defineTool } from '#tools/tool.ts';
import { workPageSchema } from './work-item.ts';
import { workOfDuties } from './work-of-duties.ts';
import { overdueRequests } from './work-of-requests.ts';
import { pageInput, workPage } from './work-page.ts';

export const listOverdue = defineTool({
  name: 'list-overdue',
  title: '超期事项',
  purpose: '列出已经超期的答复、提供和任务;市数据资源局看全市,部门看本部门。',
  effect: 'reads',
  article: '第六条第二款',
  input: pageInput,
  output: workPageSchema,
  permits: { officer: 'own', lead: 'own', bureau: 'any', public: 'own' },
  says: [
    '谁超期|谁逾期|谁过期|哪些超期|哪些逾期|谁没答复|谁还没答复',
    '哪些|哪个|有没有|谁的 超期|逾期',
    '超期|逾期 清单|名单|情况|事项',
    '查看|看看|列出 超期|逾期',
  ],
  touches: () => null,
  async run({ page }, context) {
    const duties = (await workOfDuties(context)).filter(({ overdue }) => overdue);
    return await workPage([...(await overdueRequests(context)), ...duties], page ?? 1, context);
  },
});
