/** Reads the titles of articles in a question that sets them side by side: 组织保障和机制保障各要求什么. */
import type { Place } from '#knowledge/citations/citation.ts';
import type { Regulation } from '#knowledge/corpus/regulation.ts';

/** Shorter titles (定义) are words of any question. */
const SHORTEST = 4;

/** @returns the articles in the order of the text; none unless at least two are named */
export function namedTitles({ articles }: Regulation, question: string): readonly Place[] {
  const named = articles.filter(({ title }) => title !== null && title.length >= SHORTEST && question.includes(title));
  return named.length < 2 ? [] : named.map(({ number }) => ({ article: number }));
}
