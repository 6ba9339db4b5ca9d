/** Puts candidates in the order of their evidence. */
import type { SearchSettings } from '../search-settings.ts';
import type { TermViews } from '../term-views.ts';
import type { Ranked } from '../top-ranked.ts';
import type { WeightedQuery } from '../weighted-query.ts';
import type { EvidenceIndex } from './evidence-index.ts';
import { EvidenceScale, weighedSum } from './weigh-evidence.ts';
import type { Signals } from './weigh-evidence.ts';

export interface Weighed extends Ranked {
  readonly signals: Signals;
}

/** The fused order breaks ties. */
export function rankByEvidence(
  candidates: readonly Ranked[],
  query: WeightedQuery,
  views: TermViews,
  evidence: EvidenceIndex,
  settings: SearchSettings & { readonly evidence: NonNullable<SearchSettings['evidence']> },
  similarity: (ordinal: number) => number,
): Weighed[] {
  const { depth, passageBm25, weights } = settings.evidence;
  const { bm25, kindShares } = settings;
  const scale = new EvidenceScale(query, views, evidence, { bm25, passageBm25, kindShares });
  return candidates
    .slice(0, depth)
    .map(({ ordinal }) => {
      const signals = scale.signals(ordinal, similarity(ordinal));
      return { ordinal, signals, score: weighedSum(signals, weights) };
    })
    .toSorted((one, other) => other.score - one.score);
}
