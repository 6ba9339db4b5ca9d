/** The port to a store of vectors: nearest neighbours by cosine, by exact scan or by a graph. */
import type { Ranked } from './top-ranked.ts';

export interface VectorIndex {
  readonly kind: 'exact' | 'hnsw';
  readonly dimensions: number;
  /** Unit vectors; ordinals are given once and in ascending order. */
  add(ordinal: number, vector: Float32Array): void;
  remove(ordinal: number): void;
  /** Best first, `score` is the cosine; only similarities above zero. */
  search(vector: Float32Array, count: number, accepts: (ordinal: number) => boolean): Ranked[];
  similarity(ordinal: number, vector: Float32Array): number;
  /** All vectors by ordinal, one after the other; of a removed document whatever stood there. */
  vectors(): Float32Array;
  /** What else must be saved; writes it to `path` if there is something. */
  saveGraph(path: string): Promise<boolean>;
}
