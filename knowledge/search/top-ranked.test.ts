import { expect, test } from 'vitest';
import fc from 'fast-check';
import { topRanked } from './top-ranked.ts';

test('the best few are those a full sort would give, the earlier document first among equals', () => {
  const score = fc.constantFrom(0, 0.25, 0.5, 1, 2, 3.5);
  fc.assert(
    fc.property(fc.array(score, { maxLength: 60 }), fc.nat({ max: 12 }), (scores, count) => {
      const sorted = scores
        .map((value, ordinal) => ({ ordinal, score: value }))
        .filter((entry) => entry.score > 0 && entry.ordinal % 3 !== 1)
        .toSorted((one, other) => other.score - one.score || one.ordinal - other.ordinal)
        .slice(0, count);
      expect(topRanked(Float32Array.from(scores), count, (ordinal) => ordinal % 3 !== 1)).toEqual(sorted);
    }),
  );
});

test('a score that is no number never counts', () => {
  expect(topRanked(Float32Array.from([Number.NaN, 1]), 2, () => true)).toEqual([{ ordinal: 1, score: 1 }]);
});
