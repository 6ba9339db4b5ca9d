/** Figures of a ranking: how often a right answer comes first or among the first three, and how far up it is. */

export interface RankingFigures {
  readonly 'hit@1': number;
  readonly 'hit@3': number;
  readonly 'MRR@10': number;
  readonly n: number;
}

const depth = 10;

/** @param ranks 1-based rank of the best right answer of each question; Infinity where none was found */
export function rankingFigures(ranks: readonly number[]): RankingFigures {
  const n = ranks.length;
  const share = (most: number): number => ranks.filter((rank) => rank <= most).length / Math.max(1, n);
  const reciprocal = ranks.reduce((sum, rank) => sum + (rank <= depth ? 1 / rank : 0), 0);
  return { 'hit@1': share(1), 'hit@3': share(3), 'MRR@10': reciprocal / Math.max(1, n), n };
}

/** 1-based; Infinity where none of the wanted is ranked. */
export function bestRank<T>(ranked: readonly T[], wanted: readonly T[]): number {
  const at = ranked.findIndex((one) => wanted.includes(one));
  return at < 0 ? Number.POSITIVE_INFINITY : at + 1;
}
