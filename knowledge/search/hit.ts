/** One document found, with what speaks for it. */
import type { Signals } from './evidence/weigh-evidence.ts';
import type { SearchDocument } from './search-document.ts';
import type { Ranked } from './top-ranked.ts';

/** 1-based ranks in the lists that were fused; absent where the document is not in the list. */
export interface HitRanks {
  words?: number;
  grams?: number;
  vectors?: number;
  layTerms?: number;
}

export interface Hit {
  readonly id: string;
  readonly document: SearchDocument;
  /** Orders the hits of one search. */
  readonly score: number;
  /** Words and characters together as a share of the best possible, 0 to 1; comparable between searches. */
  readonly lexicalScore: number;
  /** Cosine with the question's vector, 0 to 1; absent without vectors. */
  readonly similarity?: number;
  readonly ranks: Readonly<HitRanks>;
  /** What the evidence was; present where the settings weigh evidence. */
  readonly signals?: Signals;
}

export type HitLists = Readonly<Record<keyof HitRanks, readonly Ranked[]>>;

export function makeHit(
  document: SearchDocument,
  entry: Ranked & { readonly signals?: Signals },
  lists: HitLists,
  lexicalScore: number,
  similarity: number | undefined,
): Hit {
  const ranks: HitRanks = {};
  for (const name of ['words', 'grams', 'vectors', 'layTerms'] as const) {
    const at = lists[name].findIndex(({ ordinal }) => ordinal === entry.ordinal);
    if (at >= 0) ranks[name] = at + 1;
  }
  return {
    id: document.id,
    document,
    score: entry.score,
    lexicalScore,
    ...(similarity === undefined ? {} : { similarity }),
    ranks,
    ...(entry.signals ? { signals: entry.signals } : {}),
  };
}
