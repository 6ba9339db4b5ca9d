/** Compares a vector with every other: exact, filterable, nothing to build; the choice up to some ten thousand vectors. */
import { topRanked } from './top-ranked.ts';
import type { Ranked } from './top-ranked.ts';
import type { VectorIndex } from './vector-index.ts';
import { VectorRows } from './vector-rows.ts';

export class ExactVectors implements VectorIndex {
  readonly kind = 'exact';
  readonly dimensions: number;
  readonly #rows: VectorRows;
  readonly #removed = new Set<number>();

  constructor(dimensions: number, saved?: Float32Array) {
    this.dimensions = dimensions;
    this.#rows = new VectorRows(dimensions, saved);
  }

  add(ordinal: number, vector: Float32Array): void {
    this.#rows.set(ordinal, vector);
  }

  remove(ordinal: number): void {
    this.#removed.add(ordinal);
  }

  search(vector: Float32Array, count: number, accepts: (ordinal: number) => boolean): Ranked[] {
    const scores = new Float32Array(this.#rows.count);
    for (let row = 0; row < scores.length; row += 1) scores[row] = this.#rows.dot(row, vector);
    return topRanked(scores, count, (ordinal) => !this.#removed.has(ordinal) && accepts(ordinal));
  }

  similarity(ordinal: number, vector: Float32Array): number {
    return this.#rows.dot(ordinal, vector);
  }

  vectors(): Float32Array {
    return this.#rows.all();
  }

  saveGraph(): Promise<boolean> {
    return Promise.resolve(false);
  }
}
