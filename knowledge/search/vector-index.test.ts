import { describe, expect, test } from 'vitest';
import { chooseVectors } from './choose-vectors.ts';
import { toUnitLength } from './embedder.ts';
import { ExactVectors } from './exact-vectors.ts';
import { HnswVectors, loadHnsw } from './hnsw-vectors.ts';
import type { VectorIndex } from './vector-index.ts';

/** No multiple of four: the scan adds up in fours. */
const dimensions = 10;
const everything = () => true;
const hnsw = await loadHnsw();

/** Repeatable vectors, all different. */
function vector(seed: number): Float32Array {
  return toUnitLength(Float32Array.from({ length: dimensions }, (_, at) => Math.sin((seed + 1) * (at + 1) * 1.7)));
}

const makers: [name: string, make: () => VectorIndex][] = [['exact', () => new ExactVectors(dimensions)]];
if (hnsw) makers.push(['hnsw', () => HnswVectors.create(hnsw, dimensions, 16)]);

describe.each(makers)('%s vectors', (_, make) => {
  const filled = (count: number) => {
    const index = make();
    for (let ordinal = 0; ordinal < count; ordinal += 1) index.add(ordinal, vector(ordinal));
    return index;
  };

  test('a vector finds itself first, with a cosine of 1', () => {
    const [first] = filled(40).search(vector(17), 3, everything);
    expect(first?.ordinal).toBe(17);
    expect(first?.score).toBeCloseTo(1, 5);
  });

  test('finds what comparing with every vector finds', () => {
    const index = filled(60);
    const exact = new ExactVectors(dimensions);
    for (let ordinal = 0; ordinal < 60; ordinal += 1) exact.add(ordinal, vector(ordinal));
    const ordinals = (found: readonly { ordinal: number }[]) => found.map(({ ordinal }) => ordinal);
    expect(ordinals(index.search(vector(200), 5, everything))).toEqual(
      ordinals(exact.search(vector(200), 5, everything)),
    );
  });

  test('a removed vector is not found, and removing it again does nothing', () => {
    const index = filled(20);
    index.remove(7);
    index.remove(7);
    expect(index.search(vector(7), 20, everything).map(({ ordinal }) => ordinal)).not.toContain(7);
  });

  test('only accepted documents are found', () => {
    const index = filled(30);
    const even = index.search(vector(3), 30, (ordinal) => ordinal % 2 === 0);
    expect(even.length).toBeGreaterThan(0);
    expect(even.every(({ ordinal }) => ordinal % 2 === 0)).toBe(true);
  });

  test('asking for more than there are gives those there are', () => {
    expect(make().search(vector(1), 10, everything)).toEqual([]);
    expect(filled(3).search(vector(1), 10, everything).length).toBeLessThanOrEqual(3);
  });

  test('grows beyond the room it was made with', () => {
    expect(filled(100).search(vector(99), 1, everything)[0]?.ordinal).toBe(99);
  });

  test('a vector of another length is refused', () => {
    expect(() => make().add(0, new Float32Array(dimensions + 1))).toThrow(RangeError);
  });
});

test('a few vectors are compared one by one, many by the graph', async () => {
  expect((await chooseVectors(dimensions, 10, 10)).kind).toBe('exact');
  expect((await chooseVectors(dimensions, 11, 10)).kind).toBe(hnsw ? 'hnsw' : 'exact');
});

test.runIf(hnsw)('a filter that throws hides its document instead of ending the process', () => {
  const index = makers.find(([name]) => name === 'hnsw')?.[1]();
  if (!index) throw new Error('the package is there');
  for (let ordinal = 0; ordinal < 10; ordinal += 1) index.add(ordinal, vector(ordinal));
  const found = index.search(vector(4), 10, (ordinal) => {
    if (ordinal === 4) throw new Error('broken filter');
    return true;
  });
  expect(found.map(({ ordinal }) => ordinal)).not.toContain(4);
  expect(found.length).toBeGreaterThan(0);
});
