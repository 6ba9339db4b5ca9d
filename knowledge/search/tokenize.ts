/** A text as the three kinds of terms the index keeps: words, characters, and pairs of neighbouring characters. */
import { foldForSearch } from './fold-for-search.ts';
import type { Segmenter } from './segmenter.ts';

export const termKinds = ['words', 'characters', 'pairs'] as const;
export type TermKind = (typeof termKinds)[number];

/** Term to count, for each kind. */
export type TermCounts = Record<TermKind, Map<string, number>>;

/** A character by itself, or a run of Latin letters and digits as one; anything else separates. */
const unitPattern = /[a-z0-9]+|[\p{L}\p{N}]/gu;

export interface Unit {
  readonly text: string;
  /** Where it starts in the folded text. */
  readonly at: number;
}

/** Units of a folded text, in order. */
export function unitsOf(folded: string): Unit[] {
  return [...folded.matchAll(unitPattern)].map((match) => ({ text: match[0], at: match.index }));
}

export function isWord(token: string): boolean {
  return /[\p{L}\p{N}]/u.test(token);
}

function add(counts: Map<string, number>, term: string, weight: number): void {
  counts.set(term, (counts.get(term) ?? 0) + weight);
}

/** Adds the terms of a text to `counts`, each occurrence with `weight`. */
export function countTerms(text: string, segmenter: Segmenter, counts: TermCounts, weight = 1): void {
  const folded = foldForSearch(text);
  for (const word of segmenter.search(folded)) if (isWord(word)) add(counts.words, word, weight);
  let previous = '';
  let end = -1;
  for (const match of folded.matchAll(unitPattern)) {
    const unit = match[0];
    add(counts.characters, unit, weight);
    if (match.index === end) add(counts.pairs, previous + unit, weight);
    previous = unit;
    end = match.index + unit.length;
  }
}

export function emptyCounts(): TermCounts {
  return { words: new Map(), characters: new Map(), pairs: new Map() };
}
