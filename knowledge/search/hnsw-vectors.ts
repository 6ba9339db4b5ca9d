/** Nearest neighbours by hnswlib's graph: fast from some ten thousand vectors on; approximate, and costly to build. */
import type { Ranked } from './top-ranked.ts';
import type { VectorIndex } from './vector-index.ts';
import { VectorRows } from './vector-rows.ts';

/** It exports nothing by name when imported. */
async function importHnsw() {
  return (await import('hnswlib-node')).default;
}

type Hnsw = Awaited<ReturnType<typeof importHnsw>>;
type Graph = InstanceType<Hnsw['HierarchicalNSW']>;

const neighbours = 16;
const buildWidth = 100;
const seed = 100;
/** Width of a search beyond the wanted count: 0.99 and better of the true ten at 100,000 vectors. */
const leastWidth = 100;

/** An optional native package: null where it could not be built. */
export async function loadHnsw(): Promise<Hnsw | null> {
  try {
    return await importHnsw();
  } catch {
    return null;
  }
}

export class HnswVectors implements VectorIndex {
  readonly kind = 'hnsw';
  readonly dimensions: number;
  readonly #graph: Graph;
  /** Kept beside the graph: for exact similarities, for saving, and to build the graph anew. */
  readonly #rows: VectorRows;
  readonly #removed: Set<number>;

  private constructor(graph: Graph, rows: VectorRows, removed: Set<number> = new Set()) {
    this.#removed = removed;
    this.dimensions = rows.dimensions;
    this.#graph = graph;
    this.#rows = rows;
  }

  static create(hnsw: Hnsw, dimensions: number, room: number): HnswVectors {
    const graph = new hnsw.HierarchicalNSW('ip', dimensions);
    graph.initIndex(Math.max(room, 16), neighbours, buildWidth, seed, false);
    return new HnswVectors(graph, new VectorRows(dimensions));
  }

  /**
   * hnswlib loads a file of other dimensions without complaint, so the caller must have checked what was saved.
   * @param removed - ordinals that the saved graph has marked already; marking one twice throws
   */
  static async load(
    hnsw: Hnsw,
    path: string,
    saved: { readonly dimensions: number; readonly vectors: Float32Array; readonly removed: Iterable<number> },
  ): Promise<HnswVectors> {
    const graph = new hnsw.HierarchicalNSW('ip', saved.dimensions);
    await graph.readIndex(path, false);
    return new HnswVectors(graph, new VectorRows(saved.dimensions, saved.vectors), new Set(saved.removed));
  }

  add(ordinal: number, vector: Float32Array): void {
    this.#rows.set(ordinal, vector);
    if (ordinal >= this.#graph.getMaxElements()) this.#graph.resizeIndex(Math.max(ordinal + 1, ordinal * 2));
    this.#graph.addPoint([...vector], ordinal);
  }

  remove(ordinal: number): void {
    if (this.#removed.has(ordinal) || ordinal >= this.#rows.count) return;
    this.#removed.add(ordinal);
    this.#graph.markDelete(ordinal);
  }

  search(vector: Float32Array, count: number, accepts: (ordinal: number) => boolean): Ranked[] {
    const wanted = Math.min(count, this.#graph.getCurrentCount() - this.#removed.size);
    if (wanted <= 0) return [];
    this.#graph.setEf(Math.max(leastWidth, wanted));
    // A throw inside the native filter aborts the process.
    const safely = (label: number) => {
      try {
        return accepts(label);
      } catch {
        return false;
      }
    };
    const { neighbors, distances } = this.#graph.searchKnn([...vector], wanted, safely);
    const found = neighbors.map((ordinal, at) => ({ ordinal, score: 1 - (distances[at] ?? 1) }));
    return found.filter(({ score }) => score > 0);
  }

  similarity(ordinal: number, vector: Float32Array): number {
    return this.#rows.dot(ordinal, vector);
  }

  vectors(): Float32Array {
    return this.#rows.all();
  }

  async saveGraph(path: string): Promise<boolean> {
    await this.#graph.writeIndex(path);
    return true;
  }
}
