/** Beam search for the likeliest sequence of words over a stretch of input, scored by word and word pair. */
import type { Vocabulary } from './vocabulary.ts';

export interface WordEdge {
  /** Where the word's stretch of the input ends, exclusive. */
  readonly end: number;
  readonly word: string;
  /** Taken off the logarithm of the probability. */
  readonly penalty: number;
}

export interface WordPath<E extends WordEdge> {
  readonly edges: readonly E[];
  readonly score: number;
}

interface Step<E> {
  readonly score: number;
  readonly word: string | undefined;
  readonly edge: E | null;
  readonly before: Step<E> | null;
}

/**
 * @param length of the input.
 * @param edgesFrom the words that may start at an offset.
 * @param previous the word before the input, if any.
 * @returns null where no sequence of words reaches the end.
 */
export function likeliestWords<E extends WordEdge>(
  length: number,
  edgesFrom: (start: number) => readonly E[],
  previous: string | undefined,
  vocabulary: Vocabulary,
  beam: number,
): WordPath<E> | null {
  const columns: Step<E>[][] = Array.from({ length: length + 1 }, () => []);
  columns[0] = [{ score: 0, word: previous, edge: null, before: null }];
  for (let start = 0; start < length; start += 1) {
    const all = columns[start] ?? [];
    if (all.length === 0) continue;
    const column = all.length <= beam ? all : all.toSorted((a, b) => b.score - a.score).slice(0, beam);
    for (const edge of edgesFrom(start)) {
      for (const step of column) {
        const score = step.score + vocabulary.logProbabilityAfter(step.word, edge.word) - edge.penalty;
        columns[edge.end]?.push({ score, word: edge.word, edge, before: step });
      }
    }
  }
  let best: Step<E> | null = null;
  for (const step of columns[length] ?? []) if (best === null || step.score > best.score) best = step;
  if (best === null) return null;
  const edges: E[] = [];
  for (let at: Step<E> | null = best; at !== null; at = at.before) if (at.edge !== null) edges.push(at.edge);
  return { edges: edges.toReversed(), score: best.score };
}
