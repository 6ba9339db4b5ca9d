/** Weighted term bags of short Chinese texts and how much two of them share; the calibrated measure behind point ranking. */

import type { WeightedTerm } from '#knowledge/query/weighted-term.ts';

/** Term → weight. Words, character pairs and single characters live in one bag under their own prefixes. */
export type TermBag = ReadonlyMap<string, number>;

/** Splits a text into words; injected so that the bag does not care which segmenter is used. */
export type Segment = (text: string) => readonly string[];

/** Gives the regulation's words that a text's own words stand for, e.g. 期限 for 多久 and for 几天. */
export type Concepts = (text: string) => readonly WeightedTerm[];

const SHARE = { word: 1, pair: 0.55, char: 0.25 } as const;
/** What a word meant but not written counts against one written. */
const MEANT = 0.8;
const SKIP = /[^\p{Script=Han}0-9]/u;
const SKIP_WORD = /[^\p{Script=Han}a-z0-9]/u;

/** How rare a term is over the indexed texts; unseen terms count as the rarest. */
export interface TermStatistics {
  idf(term: string): number;
}

/** The plain terms of a text, each with the share its kind carries. */
export function terms(text: string, segment: Segment, concepts: Concepts): Map<string, number> {
  const out = new Map<string, number>();
  const add = (term: string, share: number): void => {
    out.set(term, (out.get(term) ?? 0) + share);
  };
  for (const word of segment(text)) if (word.length > 1 && !SKIP_WORD.test(word)) add(`w:${word}`, SHARE.word);
  const addCharacters = (word: string, share: number): void => {
    const chars = Array.from(word.toLowerCase());
    chars.forEach((char, i) => {
      if (SKIP.test(char)) return;
      add(`c:${char}`, SHARE.char * share);
      const next = chars[i + 1];
      if (next !== undefined && !SKIP.test(next)) add(`p:${char}${next}`, SHARE.pair * share);
    });
  };
  addCharacters(text, 1);
  for (const { term, weight } of concepts(text)) {
    add(`w:${term}`, SHARE.word * weight * MEANT);
    addCharacters(term, weight * MEANT);
  }
  return out;
}

/** Counts in how many texts each term occurs. */
export function termStatistics(texts: readonly ReadonlyMap<string, number>[]): TermStatistics {
  const df = new Map<string, number>();
  for (const bag of texts) for (const term of bag.keys()) df.set(term, (df.get(term) ?? 0) + 1);
  const n = texts.length;
  return { idf: (term) => Math.log(1 + (n + 1) / ((df.get(term) ?? 0) + 0.5)) };
}

/** Weights terms by rarity; repeated terms count at most twice. */
export function weigh(raw: ReadonlyMap<string, number>, statistics: TermStatistics): TermBag {
  const out = new Map<string, number>();
  for (const [term, share] of raw) out.set(term, Math.min(share, 2) * statistics.idf(term));
  return out;
}

export function mass(bag: TermBag): number {
  let sum = 0;
  for (const weight of bag.values()) sum += weight;
  return sum;
}

/** Weight of what `bag` shares with `other`, counted in `bag`'s own weights. */
export function shared(bag: TermBag, other: { has(term: string): boolean }): number {
  let sum = 0;
  for (const [term, weight] of bag) if (other.has(term)) sum += weight;
  return sum;
}

/** The bag scaled to length 1. */
export function unit(bag: TermBag): TermBag {
  let squares = 0;
  for (const weight of bag.values()) squares += weight * weight;
  const length = Math.sqrt(squares) || 1;
  return new Map([...bag].map(([term, weight]) => [term, weight / length]));
}
