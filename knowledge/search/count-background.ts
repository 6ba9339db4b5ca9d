/** How common terms are in a body of texts: the yardstick that tells a rare word from one that is rare only here. */
import type { Segmenter } from './segmenter.ts';
import type { Background } from './term-views.ts';
import { countTerms, emptyCounts, termKinds } from './tokenize.ts';

export function countBackground(texts: Iterable<string>, segmenter: Segmenter): Background {
  const frequencies = emptyCounts();
  let documents = 0;
  for (const text of texts) {
    documents += 1;
    const counts = emptyCounts();
    countTerms(text, segmenter, counts);
    for (const kind of termKinds)
      for (const term of counts[kind].keys()) frequencies[kind].set(term, (frequencies[kind].get(term) ?? 0) + 1);
  }
  const statistics = (kind: keyof Background) => ({ documents, frequencies: frequencies[kind] });
  return { words: statistics('words'), characters: statistics('characters'), pairs: statistics('pairs') };
}
