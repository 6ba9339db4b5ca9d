/** A question as weighted terms: what it is about counts fully, the words it is asked with count little. */
import { fillerWords } from './filler-words.ts';
import { foldForSearch } from './fold-for-search.ts';
import type { Segmenter } from './segmenter.ts';
import { emptyCounts, isWord, unitsOf } from './tokenize.ts';
import type { TermCounts } from './tokenize.ts';

export interface QueryTerms {
  readonly folded: string;
  /** Term to weight, for each kind; a term said twice weighs twice. */
  readonly terms: TermCounts;
}

function add(counts: Map<string, number>, term: string, weight: number): void {
  if (weight > 0) counts.set(term, (counts.get(term) ?? 0) + weight);
}

/** @param fillerWeight - what a filler word counts, 0 to 1. */
export function queryTerms(query: string, segmenter: Segmenter, fillerWeight: number): QueryTerms {
  const folded = foldForSearch(query);
  const terms = emptyCounts();
  for (const word of segmenter.search(folded))
    if (isWord(word)) add(terms.words, word, fillerWords.has(word) ? fillerWeight : 1);

  // A character weighs what the word around it weighs, a pair what the lighter of its two characters weighs.
  const weightAt = new Float32Array(folded.length);
  let at = 0;
  for (const word of segmenter.cut(folded)) {
    weightAt.fill(fillerWords.has(word) ? fillerWeight : 1, at, at + word.length);
    at += word.length;
  }
  let previous: { text: string; end: number; weight: number } | undefined;
  for (const unit of unitsOf(folded)) {
    const weight = weightAt[unit.at] ?? 1;
    add(terms.characters, unit.text, weight);
    if (previous?.end === unit.at) add(terms.pairs, previous.text + unit.text, Math.min(previous.weight, weight));
    previous = { text: unit.text, end: unit.at + unit.text.length, weight };
  }
  return { folded, terms };
}
