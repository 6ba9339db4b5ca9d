/** The words a search may have meant: those of entry names and departments, for typing slips and pinyin. */
import { createQueryReader, type QueryReader } from '#knowledge/query/read-query.ts';
import { createVocabulary } from '#knowledge/query/vocabulary.ts';
import type { Segmenter } from '#knowledge/search/segmenter.ts';
import type { NamedDepartment } from '#tools/people/department-names.ts';
import { createElsewhere } from './elsewhere.ts';
import type { EntryFacts } from './entry-facts.ts';
import { generalWords, sameMeaning } from './search-words.ts';

/** Beyond it the rarest words are left out: correcting to them would be guessing. */
const mostWords = 6_000;
/** Of a small catalog every name counts as a word by itself. */
const wholeNames = 3_000;
const han = /^\p{Script=Han}{2,8}$/u;

/** The words of the names, most frequent first; kept with the index, as cutting so many names takes seconds. */
export function wordsOfNames(entries: Iterable<EntryFacts>, segmenter: Segmenter): readonly string[] {
  const counts = new Map<string, number>();
  const names = new Set<string>();
  for (const { name } of entries) {
    const words = segmenter.cut(name).filter((word) => han.test(word));
    words.forEach((word, at) => {
      counts.set(word, (counts.get(word) ?? 0) + 1);
      // 婚姻登记 is typed and misspelt as one.
      const next = words[at + 1];
      const pair = next === undefined ? '' : word + next;
      if (pair.length > 3 && han.test(pair)) counts.set(pair, (counts.get(pair) ?? 0) + 1);
    });
    if (names.size < wholeNames) names.add(name.replace(/(?:基本)?(?:信息|数据|名录|名单|目录)$/u, ''));
  }
  const frequent = [...counts].toSorted(([, a], [, b]) => b - a).slice(0, mostWords);
  return [...new Set([...frequent.map(([word]) => word), ...names])];
}

export interface NameReader {
  readonly read: QueryReader;
  /** Other places and levels that a text names. */
  readonly elsewhere: (text: string) => readonly string[];
}

export function createNameReader(words: readonly string[], departments: readonly NamedDepartment[]): NameReader {
  const listed = [...words, ...sameMeaning.keys(), ...departments.flatMap(({ keys }) => keys)].filter(
    (word) => han.test(word) && !generalWords.has(word),
  );
  const vocabulary = createVocabulary({ texts: [], names: [...new Set(listed)] });
  return { read: createQueryReader({ vocabulary }), elsewhere: createElsewhere(vocabulary) };
}
