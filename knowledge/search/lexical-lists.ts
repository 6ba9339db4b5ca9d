/** The three lists that need no vector: by words, by characters and pairs, by everyday terms said in the law's words. */
import { layTerms } from './substitutes.ts';
import { substituteShare } from './substitute-share.ts';
import type { SearchSettings } from './search-settings.ts';
import type { TermViews } from './term-views.ts';
import { topRanked } from './top-ranked.ts';
import type { Ranked } from './top-ranked.ts';
import type { WeightedQuery } from './weighted-query.ts';

export interface LexicalLists {
  readonly words: readonly Ranked[];
  readonly grams: readonly Ranked[];
  readonly layTerms: readonly Ranked[];
  /** Words and grams together, as a share of the best possible score. */
  share(ordinal: number): number;
}

function scaled(weights: ReadonlyMap<string, number>, share: number): Map<string, number> {
  return new Map([...weights].map(([term, weight]) => [term, weight * share]));
}

function sum(weights: ReadonlyMap<string, number>): number {
  let whole = 0;
  for (const weight of weights.values()) whole += weight;
  return whole;
}

/** Without the characters that too many documents hold: they cost most and tell least, and the pairs still hold them. */
function tellingCharacters(query: WeightedQuery, views: TermViews, commonShare: number): ReadonlyMap<string, number> {
  const { characters, pairs } = query.weights;
  if (pairs.size === 0 || commonShare >= 1) return characters;
  const most = commonShare * views.characters.documents;
  return new Map([...characters].filter(([character]) => views.characters.frequency(character) <= most));
}

export function lexicalLists(
  query: WeightedQuery,
  views: TermViews,
  settings: SearchSettings,
  accepts: (ordinal: number) => boolean,
): LexicalLists {
  const { bm25, kindShares, listDepth, fusion } = settings;
  const { ordinals } = views;
  const characters = scaled(tellingCharacters(query, views, settings.commonShare), kindShares.characters);
  const pairs = scaled(query.weights.pairs, kindShares.pairs);
  const words = new Float32Array(ordinals);
  const grams = new Float32Array(ordinals);
  views.words.score(query.weights.words, bm25, words);
  views.characters.score(characters, bm25, grams);
  views.pairs.score(pairs, bm25, grams);
  const inOtherWords = fusion.layTerms > 0 ? substituteShare(query.folded, views, layTerms) : new Float32Array(0);
  const best = (kindShares.words * query.known.words + sum(characters) + sum(pairs) || 1) * (bm25.k1 + 1);
  return {
    words: topRanked(words, listDepth, accepts),
    grams: topRanked(grams, listDepth, accepts),
    layTerms: topRanked(inOtherWords, listDepth, accepts),
    share: (ordinal) => (kindShares.words * (words[ordinal] ?? 0) + (grams[ordinal] ?? 0)) / best,
  };
}
