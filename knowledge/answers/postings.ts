/** Term → who holds it and with what weight, packed for one-pass scoring. */
import type { TermBag } from './term-bag.ts';

export interface PostingList {
  readonly holders: Int32Array;
  readonly weights: Float32Array;
}

export type Postings = ReadonlyMap<string, PostingList>;

/** @param bags one bag a holder; a holder's number is its place in the list */
export function createPostings(bags: readonly TermBag[]): Postings {
  const lists = new Map<string, { holders: number[]; weights: number[] }>();
  bags.forEach((bag, holder) => {
    for (const [term, weight] of bag) {
      const list = lists.get(term);
      if (list) {
        list.holders.push(holder);
        list.weights.push(weight);
      } else lists.set(term, { holders: [holder], weights: [weight] });
    }
  });
  return new Map(
    [...lists].map(([term, { holders, weights }]) => [
      term,
      { holders: Int32Array.from(holders), weights: Float32Array.from(weights) },
    ]),
  );
}

/** Sum over the query's terms of query weight × holder weight, for every holder. */
export function dotAll(postings: Postings, query: TermBag, holders: number): Float64Array {
  const out = new Float64Array(holders);
  for (const [term, weight] of query) {
    const list = postings.get(term);
    if (!list) continue;
    for (let i = 0; i < list.holders.length; i += 1) {
      const holder = list.holders[i] ?? 0;
      out[holder] = (out[holder] ?? 0) + weight * (list.weights[i] ?? 0);
    }
  }
  return out;
}

/** Sum over the query's terms of the query weight, for every holder whose own weight for the term is above `least(holder)`. */
export function heldAll(
  postings: Postings,
  query: TermBag,
  holders: number,
  least: (holder: number) => number,
): Float64Array {
  const out = new Float64Array(holders);
  for (const [term, weight] of query) {
    const list = postings.get(term);
    if (!list) continue;
    for (let i = 0; i < list.holders.length; i += 1) {
      const holder = list.holders[i] ?? 0;
      if ((list.weights[i] ?? 0) > least(holder)) out[holder] = (out[holder] ?? 0) + weight;
    }
  }
  return out;
}

/** Sum over the query's terms of the smaller of the two weights, for every holder. */
export function sharedAll(postings: Postings, query: TermBag, holders: number): Float64Array {
  const out = new Float64Array(holders);
  for (const [term, weight] of query) {
    const list = postings.get(term);
    if (!list) continue;
    for (let i = 0; i < list.holders.length; i += 1) {
      const holder = list.holders[i] ?? 0;
      out[holder] = (out[holder] ?? 0) + Math.min(weight, list.weights[i] ?? 0);
    }
  }
  return out;
}
