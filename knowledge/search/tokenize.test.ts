import { expect, test } from 'vitest';
import { createSegmenter } from './segmenter.ts';
import { countTerms, emptyCounts, unitsOf } from './tokenize.ts';

const segmenter = createSegmenter();

function terms(text: string, weight = 1) {
  const counts = emptyCounts();
  countTerms(text, segmenter, counts, weight);
  return counts;
}

test('a long word also gives the shorter words inside it', () => {
  const { words } = terms('国家行政机关');
  expect([...words.keys()]).toEqual(expect.arrayContaining(['国家', '行政', '机关']));
});

test('an added word stays whole and still gives its parts', () => {
  const withWord = createSegmenter(['政务数据']);
  expect(withWord.cut('共享政务数据')).toEqual(['共享', '政务数据']);
  expect(withWord.search('共享政务数据')).toEqual(expect.arrayContaining(['政务', '数据', '政务数据']));
});

test('pairs do not reach over punctuation', () => {
  expect([...terms('共享,开放').pairs.keys()]).toEqual(['共享', '开放']);
});

test('a run of letters and digits is one unit beside characters', () => {
  expect(unitsOf('调用api2接口').map(({ text }) => text)).toEqual(['调', '用', 'api2', '接', '口']);
  expect([...terms('API 接口').pairs.keys()]).toEqual(['接口']);
});

test('each occurrence counts with the weight of its field', () => {
  expect(terms('数据的数据', 1.5).characters.get('数')).toBe(3);
});

test('characters outside the basic plane are one unit', () => {
  expect(unitsOf('𠮷日').map(({ text }) => text)).toEqual(['𠮷', '日']);
});
