/** 谁超期了: every answer, provision and duty whose last day is over; all of them for the bureau, the others see their own. */
import { z } from 'zod';
import { defineTool } from '#tools/tool.ts';
import { byClock, workItemSchema } from './work-item.ts';
import { workOfDuties } from './work-of-duties.ts';
import { overdueRequests } from './work-of-requests.ts';

export const listOverdue = defineTool({
  name: 'list-overdue',
  title: '超期事项',
  purpose: '列出已经超期的答复、提供和任务;市数据资源局看全市,部门看本部门。',
  effect: 'reads',
  article: '第六条第二款',
  input: z.object({}),
  output: z.object({ items: z.array(workItemSchema) }),
  permits: { officer: 'own', lead: 'own', bureau: 'any', public: 'own' },
  says: ['谁|哪些|哪个|有没有|有 超期|逾期|过期', '超期|逾期 的|了 有|哪些|清单|情况', '查|看|列 超期|逾期'],
  touches: () => null,
  async run(_, context) {
    const duties = (await workOfDuties(context)).filter(({ overdue }) => overdue);
    return { items: [...byClock([...(await overdueRequests(context)), ...duties])] };
  },
});
