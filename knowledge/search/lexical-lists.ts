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

export function lexicalLists(
  query: WeightedQuery,
  views: TermViews,
  settings: SearchSettings,
  accepts: (ordinal: number) => boolean,
): LexicalLists {
  const { bm25, kindShares, listDepth } = settings;
  const words = new Float32Array(views.ordinals);
  const grams = new Float32Array(views.ordinals);
  views.words.score(query.weights.words, bm25, words);
  views.characters.score(scaled(query.weights.characters, kindShares.characters), bm25, grams);
  views.pairs.score(scaled(query.weights.pairs, kindShares.pairs), bm25, grams);
  const inOtherWords = new Float32Array(views.ordinals);
  for (const [ordinal, share] of substituteShare(query.folded, views, layTerms)) inOtherWords[ordinal] = share;
  const { known } = query;
  const best =
    (kindShares.words * known.words + kindShares.characters * known.characters + kindShares.pairs * known.pairs || 1) *
    (bm25.k1 + 1);
  return {
    words: topRanked(words, listDepth, accepts),
    grams: topRanked(grams, listDepth, accepts),
    layTerms: topRanked(inOtherWords, listDepth, accepts),
    share: (ordinal) => (kindShares.words * (words[ordinal] ?? 0) + (grams[ordinal] ?? 0)) / best,
  };
}
