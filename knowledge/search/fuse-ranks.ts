/** Reciprocal rank fusion: a document's score is the sum over the lists it is in of weight / (constant + rank). */
import type { Ranked } from './top-ranked.ts';

export interface RankList {
  readonly ranked: readonly Ranked[];
  readonly weight: number;
}

/** Best first; ordinal breaks ties. @param constant - how flat the top is; 60 is the usual choice. */
export function fuseRanks(lists: readonly RankList[], constant: number): Ranked[] {
  const fused = new Map<number, number>();
  for (const { ranked, weight } of lists)
    ranked.forEach(({ ordinal }, at) => fused.set(ordinal, (fused.get(ordinal) ?? 0) + weight / (constant + at + 1)));
  return [...fused]
    .map(([ordinal, score]) => ({ ordinal, score }))
    .toSorted((one, other) => other.score - one.score || one.ordinal - other.ordinal);
}
