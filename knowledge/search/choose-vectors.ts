/** Picks the vector index for so many vectors: the exact scan while it is fast enough, the graph beyond where it can be had. */
import { ExactVectors } from './exact-vectors.ts';
import { HnswVectors, loadHnsw } from './hnsw-vectors.ts';
import type { VectorIndex } from './vector-index.ts';

/** @param exactUpTo - the largest number of vectors that is scanned. */
export async function chooseVectors(dimensions: number, expected: number, exactUpTo: number): Promise<VectorIndex> {
  if (expected <= exactUpTo) return new ExactVectors(dimensions);
  const hnsw = await loadHnsw();
  return hnsw ? HnswVectors.create(hnsw, dimensions, expected) : new ExactVectors(dimensions);
}
