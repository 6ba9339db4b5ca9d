/** Whether a question is only about the clause it names, or asks something within that clause, or names another document. */
import type { Place } from '#knowledge/citations/citation.ts';
import { findCitations } from '#knowledge/citations/find-citations.ts';

/** What may stand around an article's number when its words are all that is wanted. */
const ONLY_CLAUSE =
  /^(?:请问|请|麻烦|帮我|帮忙|给我|我想|想|看看|看一下|看|查一下|查|念|背|讲讲|说说|解释|解读|列出|发我|发|本|这个|该|咱们|长沙|市|政务数据资源管理|政务数据|管理|办法|条例|文件|规定|里|中|是|都|主要|讲|说|写|包括|了|着|些|到底|究竟|什么|啥|哪|怎么|咋|如何|内容|有|标题|原文|全文|条文|条款|一下|的|意思|吗|嘛|呢|呀|啊|和|与|及|分别|各|[?,。:、!\s"“”])*$/;

export interface NamedClause {
  readonly places: readonly Place[];
  /** Nothing is asked beyond the words of the clause. */
  readonly only: boolean;
  /** Title of another document named with the clause. */
  readonly title: string | null;
}

/** @returns null when the question names no clause */
export function namedClause(text: string): NamedClause | null {
  const found = findCitations(text);
  if (found.length === 0) return null;
  let rest = text;
  for (const { start, end } of found.toReversed()) rest = rest.slice(0, start) + rest.slice(end);
  return {
    places: found.flatMap(({ places }) => places),
    only: ONLY_CLAUSE.test(rest),
    title: found.find(({ title }) => title !== undefined)?.title ?? null,
  };
}
