/** Finds the statements of the cited clauses that an answer's statement speaks about. */
import { coverage } from './content-grams.ts';
import type { Evidence, Piece } from './gather-evidence.ts';

export interface Ranked {
  readonly evidence: Evidence;
  /** 0 to about 1.4. */
  readonly score: number;
}

export interface RankedPiece extends Ranked {
  readonly piece: Piece;
}

/** What an answer's statement says, and what stands around it. */
export interface Asked {
  readonly grams: ReadonlySet<string>;
  /** What stands around it in the sentence. */
  readonly context: ReadonlySet<string>;
  /** The statement has no words of its own that the clauses have too; `grams` are those of its context. */
  readonly vague: boolean;
  /** Another statement follows in the same part of the sentence. */
  readonly goesOn: boolean;
  /** The one actor of the sentence after it, where that one tells what a bare correction is about. */
  readonly onlyActor?: string | undefined;
}

/** How close behind the best a statement may come and still be meant. */
export const nearlyBest = 0.93;

/** Pairs that stand in few statements tell more. */
function weigher(all: readonly Evidence[]): (gram: string) => number {
  const counts = new Map<string, number>();
  for (const { grams } of all) for (const gram of grams) counts.set(gram, (counts.get(gram) ?? 0) + 1);
  return (gram) => 1 / Math.sqrt(counts.get(gram) ?? 1);
}

function sentenceGrams(all: readonly Evidence[]): ReadonlyMap<string, ReadonlySet<string>> {
  const sentences = new Map<string, Set<string>>();
  for (const { sentenceId, grams } of all) {
    const sentence = sentences.get(sentenceId) ?? new Set();
    for (const gram of grams) sentence.add(gram);
    sentences.set(sentenceId, sentence);
  }
  return sentences;
}

/** Ranks evidence for one set of cited clauses; the weights are worked out once. */
export class EvidenceRanking {
  readonly all: readonly Evidence[];
  readonly #weight: (gram: string) => number;
  readonly #words: ReadonlySet<string>;
  readonly #sentences: ReadonlyMap<string, ReadonlySet<string>>;

  constructor(all: readonly Evidence[]) {
    this.all = all;
    this.#weight = weigher(all);
    this.#sentences = sentenceGrams(all);
    this.#words = new Set(all.flatMap(({ grams }) => Array.from(grams)));
  }

  /** Whether any of the cited statements has a word of these. */
  touches(grams: ReadonlySet<string>): boolean {
    for (const gram of grams) if (this.#words.has(gram)) return true;
    return false;
  }

  #around(evidence: Evidence, { grams, context }: Asked): number {
    const sentence = this.#sentences.get(evidence.sentenceId) ?? new Set();
    return 0.2 * coverage(grams, sentence, this.#weight) + 0.2 * coverage(context, sentence, this.#weight);
  }

  /** Best first. */
  statements(asked: Asked): readonly Ranked[] {
    return this.all
      .map((evidence) => ({
        evidence,
        score:
          coverage(asked.grams, evidence.grams, this.#weight) +
          0.1 * coverage(evidence.grams, asked.grams, this.#weight) +
          this.#around(evidence, asked),
      }))
      .toSorted((a, b) => b.score - a.score);
  }

  /** Best first; a piece is what stands under one modal. */
  pieces(asked: Asked): readonly RankedPiece[] {
    return this.all
      .flatMap((evidence) =>
        evidence.pieces.map((piece) => ({
          evidence,
          piece,
          score:
            coverage(asked.grams, piece.grams, this.#weight) +
            0.1 * coverage(piece.grams, asked.grams, this.#weight) +
            this.#around(evidence, asked),
        })),
      )
      .toSorted((a, b) => b.score - a.score);
  }
}

/** Those as good as the best one, nearly. */
export function best<R extends Ranked>(ranked: readonly R[], share: number = nearlyBest): readonly R[] {
  const top = ranked[0]?.score ?? 0;
  return top === 0 ? [] : ranked.filter(({ score }) => score >= top * share);
}
