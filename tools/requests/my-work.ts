/** 我有什么要办的: everything that waits for somebody, sorted by the clock, each with its next action. */
import { workOfLists } from '#tools/campaign/work-of-lists.ts';
import { workOfBindings } from '#tools/people/work-of-bindings.ts';
import { defineTool } from '#tools/tool.ts';
import type { LookContext } from '#tools/tool-context.ts';
import { type WorkItem, workPageSchema } from './work-item.ts';
import { workOfDuties } from './work-of-duties.ts';
import { workOfRequests } from './work-of-requests.ts';
import { pageInput, workPage } from './work-page.ts';

export const myWork = defineTool({
  name: 'my-work',
  title: '我的待办',
  purpose: '列出要我答复、提供、补充、催办或者办结的申请,没有交的草稿和有期限的任务,按期限排列。',
  effect: 'reads',
  article: null,
  input: pageInput,
  output: workPageSchema,
  permits: { officer: 'own', lead: 'own', bureau: 'own', public: 'own' },
  says: [
    '有什么|有哪些|有啥|还有什么 要办|没办|待办|要做|要处理|事情',
    '我的|我们的|部门的 待办|任务',
    '待办',
    '要办|要做|该办 什么|哪些',
  ],
  touches: () => null,
  async run({ page }, context) {
    const work = [
      ...(await workOfRequests(context)),
      ...(await workOfDuties(context)),
      ...(await workOfBindings(context)),
      ...(await workOfLists(context)),
      ...(await drafts(context)),
    ];
    return await workPage(work, page ?? 1, context);
  },
});

/** A question half asked is no work. */
const looking = ['show-request', 'print-case'];

async function drafts({ actor, db }: LookContext): Promise<readonly WorkItem[]> {
  if (actor.personId === null) return [];
  const rows = await db.draft.findMany({
    where: { ownerId: actor.personId, state: { in: ['open', 'confirming'] }, form: { notIn: looking } },
    orderBy: { updatedAt: 'desc' },
    select: { name: true },
  });
  return rows.map(({ name }) => ({
    kind: 'draft',
    requestId: null,
    number: null,
    dueOn: null,
    overdue: false,
    provisional: false,
    text: `草稿:${name}(说“继续${name}”接着填)`,
    offers: [],
  }));
}
