/** A question's terms with their whole weight in one index: how much the question leans on them times how rare they are. */
import type { QueryTerms } from './query-terms.ts';
import type { TermViews } from './term-views.ts';
import { emptyCounts, termKinds } from './tokenize.ts';
import type { TermCounts, TermKind } from './tokenize.ts';

export interface WeightedQuery {
  readonly folded: string;
  readonly weights: TermCounts;
  /** Sum of the weights of the terms that occur in the index. */
  readonly known: Readonly<Record<TermKind, number>>;
  /** Sum of the weights of those that do not. */
  readonly unknown: Readonly<Record<TermKind, number>>;
}

export function weighQuery({ folded, terms }: QueryTerms, views: TermViews): WeightedQuery {
  const weights = emptyCounts();
  const known = { words: 0, characters: 0, pairs: 0 };
  const unknown = { words: 0, characters: 0, pairs: 0 };
  for (const kind of termKinds)
    for (const [term, said] of terms[kind]) {
      const weight = said * views[kind].weightOf(term);
      if (views[kind].frequency(term) === 0) {
        unknown[kind] += weight;
        continue;
      }
      weights[kind].set(term, weight);
      known[kind] += weight;
    }
  return { folded, weights, known, unknown };
}
