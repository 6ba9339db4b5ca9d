import { expect, test } from 'vitest';
import { queryTerms } from './query-terms.ts';
import { createSegmenter } from './segmenter.ts';

const segmenter = createSegmenter();

test('what is asked about weighs more than the words it is asked with', () => {
  const { terms } = queryTerms('请问共享申请怎么办', segmenter, 0.2);
  expect(terms.words.get('共享')).toBe(1);
  expect(terms.words.get('请问')).toBeCloseTo(0.2);
  expect(terms.characters.get('享')).toBe(1);
  expect(terms.characters.get('怎')).toBeCloseTo(0.2);
});

test('a pair weighs what the lighter of its two characters weighs', () => {
  const { terms } = queryTerms('申请怎么', segmenter, 0.2);
  expect(terms.pairs.get('申请')).toBe(1);
  expect(terms.pairs.get('请怎')).toBeCloseTo(0.2);
});

test('filler words of weight nothing are left out', () => {
  const { terms } = queryTerms('怎么共享', segmenter, 0);
  expect([...terms.words.keys()]).toEqual(['共享']);
});

test('a word said twice weighs twice', () => {
  expect(queryTerms('数据和数据', segmenter, 0.2).terms.words.get('数据')).toBe(2);
});
