/** Postings over many short texts that give, in one pass, how alike a question is to each of them. */
import { mass, type TermBag } from './term-bag.ts';

interface Posting {
  readonly text: number;
  readonly weight: number;
}

export interface LikenessIndex {
  /**
   * Weight shared with each text that has at least one word, pair or concept in common; single characters count but
   * bring nobody in.
   */
  readonly shared: (query: TermBag) => ReadonlyMap<number, number>;
  /** Whole weight of a text. */
  readonly massOf: (text: number) => number;
}

export function createLikenessIndex(bags: readonly TermBag[]): LikenessIndex {
  const postings = new Map<string, Posting[]>();
  const masses = bags.map(mass);
  bags.forEach((bag, text) => {
    for (const [term, weight] of bag) {
      const list = postings.get(term);
      if (list) list.push({ text, weight });
      else postings.set(term, [{ text, weight }]);
    }
  });
  const both = new Float64Array(bags.length);
  return {
    shared: (query) => {
      const admitted = new Set<number>();
      const touched: number[] = [];
      for (const [term, weight] of query) {
        const admits = !term.startsWith('c:');
        for (const posting of postings.get(term) ?? []) {
          const before = both[posting.text] ?? 0;
          if (before === 0) touched.push(posting.text);
          both[posting.text] = before + Math.min(weight, posting.weight);
          if (admits) admitted.add(posting.text);
        }
      }
      const everybody = admitted.size === 0;
      const out = new Map<number, number>();
      for (const text of touched) {
        if (everybody || admitted.has(text)) out.set(text, both[text] ?? 0);
        both[text] = 0;
      }
      return out;
    },
    massOf: (text) => masses[text] ?? 0,
  };
}

/** Tversky likeness from shared and whole weights: `alpha` is what an unmatched part of the query costs. */
export function tversky(both: number, query: number, text: number, alpha: number): number {
  return both === 0 ? 0 : both / (both + alpha * (query - both) + (1 - alpha) * (text - both));
}
