/** Everything the search can be tuned by, in one object, with the values measured for each of its uses. */
import { fittedWeights } from './evidence/fitted-weights.ts';
import type { SignalWeights } from './evidence/signals.ts';
import type { Bm25Settings } from './term-index.ts';
import type { TermKind } from './tokenize.ts';

export interface SearchSettings {
  /** Words of the field that jieba's dictionary lacks or cuts. */
  readonly vocabulary: readonly string[];
  /** What a filler word (怎么, 可以, 请问) counts, 0 to 1. */
  readonly fillerWeight: number;
  readonly bm25: Bm25Settings;
  /** How words, characters and pairs are summed where they are scored together. */
  readonly kindShares: Readonly<Record<TermKind, number>>;
  /** How far a term's rarity is taken from the background text, where one is given; 0 to 1. */
  readonly backgroundShare: number;
  /** Characters that a larger share of the documents holds are left out of the lists; 1 leaves none out. */
  readonly commonShare: number;
  /** How many of each list enter the fusion. */
  readonly listDepth: number;
  readonly fusion: {
    /** The larger, the flatter the top of each list. */
    readonly constant: number;
    /** Weights of the lists. */
    readonly words: number;
    readonly grams: number;
    readonly vectors: number;
    readonly layTerms: number;
  };
  readonly vectors: {
    /** Of the built-in embedder; another embedder brings its own. */
    readonly dimensions: number;
    /**
     * Up to so many vectors are scanned one by one (8 ms at 20,000 of 512 dimensions); beyond, hnswlib answers in 0.3 ms but
     * takes 0.1 to 1 ms to add a vector. `npm run bench -- vectors` measures it.
     */
    readonly exactUpTo: number;
  };
  /** The second look at the best of the fused list; null: the fused list is the answer. */
  readonly evidence: {
    /** How many of the fused list are looked at. */
    readonly depth: number;
    readonly passageBm25: Bm25Settings;
    readonly weights: SignalWeights;
  } | null;
}

/** Articles and clauses of regulations, with or without glosses and questions: up to some thousand texts. */
export const clauseSettings: SearchSettings = {
  vocabulary: [],
  fillerWeight: 0.2,
  bm25: { k1: 1, b: 0.8 },
  kindShares: { words: 1, characters: 0.5, pairs: 0.7 },
  backgroundShare: 0.5,
  commonShare: 1,
  listDepth: 200,
  fusion: { constant: 5, words: 1, grams: 2, vectors: 0.25, layTerms: 0.1 },
  vectors: { dimensions: 512, exactUpTo: 20_000 },
  evidence: { depth: 200, passageBm25: { k1: 1, b: 0.8 }, weights: fittedWeights },
};

/** Catalog entries: up to 100,000 short texts, where the name is most of what is known. */
export const catalogSettings: SearchSettings = {
  ...clauseSettings,
  bm25: { k1: 1, b: 0.4 },
  backgroundShare: 0,
  commonShare: 0.1,
  listDepth: 100,
  fusion: { ...clauseSettings.fusion, layTerms: 0 },
  evidence: null,
};
