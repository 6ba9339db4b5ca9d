/** `npm run bench -- vectors [--sizes 1000,…,100000] [--dimensions 256]`: hnswlib beside the exact scan, by the number of vectors. */
import { parseArgs } from 'node:util';
import { randomSource, type RandomSource } from '#evals/runners/random-source.ts';
import { toUnitLength } from '#knowledge/search/embedder.ts';
import { ExactVectors } from '#knowledge/search/exact-vectors.ts';
import { HnswVectors, loadHnsw } from '#knowledge/search/hnsw-vectors.ts';
import type { VectorIndex } from '#knowledge/search/vector-index.ts';
import { quantile } from './quantile.ts';

const seed = 7;
const queries = 100;
const wanted = 10;
/** Texts come in topics, so their vectors lie in clusters; evenly spread ones would be harder than real ones. */
const clusters = 200;
const spread = 0.6;
const everything = () => true;

function draw(dimensions: number, random: RandomSource): Float32Array {
  return toUnitLength(Float32Array.from({ length: dimensions }, () => random.below(2_001) / 1_000 - 1));
}

function near(centre: Float32Array, random: RandomSource): Float32Array {
  const off = draw(centre.length, random);
  return toUnitLength(centre.map((value, at) => value + spread * (off[at] ?? 0)));
}

interface Asked {
  readonly p50: number;
  readonly p99: number;
  readonly found: readonly (readonly number[])[];
}

function ask(index: VectorIndex, asked: readonly Float32Array[]): Asked {
  for (const vector of asked.slice(0, 5)) index.search(vector, wanted, everything);
  const times: number[] = [];
  const found = asked.map((vector) => {
    const started = performance.now();
    const ranked = index.search(vector, wanted, everything);
    times.push(performance.now() - started);
    return ranked.map(({ ordinal }) => ordinal);
  });
  return { p50: quantile(times, 0.5), p99: quantile(times, 0.99), found };
}

function recall(found: Asked['found'], truth: Asked['found']): number {
  const shares = truth.map((right, at) => right.filter((one) => found[at]?.includes(one)).length / right.length);
  return shares.reduce((sum, share) => sum + share, 0) / shares.length;
}

export async function run(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      sizes: { type: 'string', default: '1000,5000,10000,20000,50000,100000' },
      dimensions: { type: 'string', default: '256' },
    },
  });
  const sizes = values.sizes.split(',').map(Number);
  const dimensions = Number(values.dimensions);
  if (!(dimensions > 0) || sizes.some((size) => !(size > 0))) {
    console.error('usage: npm run bench -- vectors [--sizes <numbers>] [--dimensions <number>]');
    return 2;
  }
  const hnsw = await loadHnsw();
  if (!hnsw) {
    console.log('vectors: hnswlib-node is not installed; every search is an exact scan');
    return 0;
  }
  const random = randomSource(seed);
  const centres = Array.from({ length: clusters }, () => draw(dimensions, random));
  const asked = Array.from({ length: queries }, () => near(random.pick(centres), random));
  const exact = new ExactVectors(dimensions);
  const graph = HnswVectors.create(hnsw, dimensions, Math.max(...sizes));
  let [count, buildMs] = [0, 0];
  console.log(`\n${dimensions} dimensions, ${queries} queries for ${wanted} each`);
  const head = ['vectors', 'exact p50', 'p99', 'hnsw p50', 'p99', 'exact ÷ hnsw', 'recall@10', 'build s'];
  console.log(head.map((cell) => cell.padStart(13)).join(''));
  for (const size of sizes.toSorted((one, other) => one - other)) {
    for (; count < size; count += 1) {
      const vector = near(random.pick(centres), random);
      exact.add(count, vector);
      const started = performance.now();
      graph.add(count, vector);
      buildMs += performance.now() - started;
    }
    const [all, some] = [ask(exact, asked), ask(graph, asked)];
    const cells = [
      String(size),
      ...[all.p50, all.p99, some.p50, some.p99].map((time) => time.toFixed(2)),
      (all.p50 / some.p50).toFixed(1),
      recall(some.found, all.found).toFixed(3),
      (buildMs / 1_000).toFixed(1),
    ];
    console.log(cells.map((cell) => cell.padStart(13)).join(''));
  }
  return 0;
}
