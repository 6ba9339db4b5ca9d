import { expect, test } from 'vitest';
import { fuseRanks } from './fuse-ranks.ts';

const list = (...ordinals: number[]) => ordinals.map((ordinal, at) => ({ ordinal, score: 9 - at }));

test('a document near the top of two lists comes before one at the top of a single list', () => {
  const fused = fuseRanks(
    [
      { ranked: list(7, 3), weight: 1 },
      { ranked: list(5, 3), weight: 1 },
    ],
    60,
  );
  expect(fused.map(({ ordinal }) => ordinal)).toEqual([3, 5, 7]);
  expect(fused[0]?.score).toBeCloseTo(2 / 62);
});

test('a list of weight nothing does not change the order', () => {
  const lists = [
    { ranked: list(1, 2), weight: 1 },
    { ranked: list(2, 1), weight: 0 },
  ];
  expect(fuseRanks(lists, 5).map(({ ordinal }) => ordinal)).toEqual([1, 2]);
});

test('the ordinal decides between equals, so that a search gives the same order every time', () => {
  const lists = [
    { ranked: list(9), weight: 1 },
    { ranked: list(4), weight: 1 },
  ];
  expect(fuseRanks(lists, 60).map(({ ordinal }) => ordinal)).toEqual([4, 9]);
});
