/** The deadlines of one's work as an iCalendar file. */
import { z } from 'zod';
import { deadlinesIcs, type IcsDeadline } from '#tools/deadlines/deadlines-ics.ts';
import { defineTool } from '#tools/tool.ts';
import { byClock, type WorkItem } from './work-item.ts';
import { workOfDuties } from './work-of-duties.ts';
import { workOfRequests } from './work-of-requests.ts';
import { inWords } from './work-page.ts';

export const exportDeadlines = defineTool({
  name: 'export-deadlines',
  title: '导出期限日历',
  purpose: '把我的待办期限导出成日历文件(ICS),可以导入手机或电脑日历。',
  effect: 'reads',
  article: null,
  input: z.object({}),
  output: z.object({ fileName: z.string(), count: z.number().int(), ics: z.string() }),
  permits: { officer: 'own', lead: 'own', bureau: 'own', public: 'own' },
  says: ['导出|下载|生成 日历|期限|ics|ICS', '加到|添加到|导入 日历'],
  touches: () => null,
  async run(_, context) {
    const work = [...(await workOfRequests(context)), ...(await workOfDuties(context))];
    const items = await inWords(byClock(work.filter(({ dueOn }) => dueOn !== null)), context);
    const deadlines = items.flatMap(deadlineOf);
    return { fileName: 'deadlines.ics', count: deadlines.length, ics: deadlinesIcs(deadlines, context.now) };
  },
});

function deadlineOf({ kind, requestId, dueOn, provisional, text }: WorkItem): IcsDeadline[] {
  if (dueOn === null) return [];
  const [title = '', ...rest] = text.split('\n');
  // A request has one running clock at a time: the entry in the calendar moves with it.
  const id =
    requestId === null ? `duty-${title}` : `request-${requestId}-${kind === 'provide' ? 'provision' : 'answer'}`;
  return [{ id, title, due: dueOn, description: rest.join('\n'), provisional }];
}
