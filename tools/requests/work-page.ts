/** One page of somebody's work: sorted by the clock over everything, put into words only as far as it is shown. */
import { z } from 'zod';
import { pageField } from '#tools/page-field.ts';
import type { LookContext } from '#tools/tool-context.ts';
import { requestItems } from './request-items.ts';
import { byClock, type WorkItem, type WorkPage } from './work-item.ts';
import type { RequestWork } from './work-of-requests.ts';

/** As many as can be read and pressed at once. */
export const pageSize = 8;

export const pageInput = z.object({
  page: pageField({
    label: '第几页',
    near: ['第几页', '页'],
    hint: '一页八件,说“下一页”或者按按钮接着看。',
  }),
});

/** @param page 1-based; one beyond the last is the last */
export async function workPage(
  work: readonly (RequestWork | WorkItem)[],
  page: number,
  context: LookContext,
): Promise<WorkPage> {
  const pages = Math.max(1, Math.ceil(work.length / pageSize));
  const shown = Math.min(page, pages);
  const part = byClock(work).slice((shown - 1) * pageSize, shown * pageSize);
  return { items: [...(await inWords(part, context))], total: work.length, page: shown, pages };
}

/** In the order given. */
export async function inWords(
  work: readonly (RequestWork | WorkItem)[],
  context: LookContext,
): Promise<readonly WorkItem[]> {
  const said = new Map<unknown, WorkItem>();
  const requests = work.filter((one): one is RequestWork => 'clock' in one);
  for (const item of await requestItems(requests, context)) said.set(item.requestId, item);
  return work.flatMap((one) => ('clock' in one ? (said.get(one.requestId) ?? []) : [one]));
}
