import { expect, test } from 'vitest';
import fc from 'fast-check';
import { rarity, TermIndex } from './term-index.ts';

const settings = { k1: 1.2, b: 0.75 };

function counts(words: readonly string[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const word of words) found.set(word, (found.get(word) ?? 0) + 1);
  return found;
}

/** BM25 as the textbook has it. */
function bm25(texts: readonly (readonly string[])[], query: readonly string[]): number[] {
  const average = texts.reduce((sum, text) => sum + text.length, 0) / texts.length || 1;
  return texts.map((text) =>
    query.reduce((sum, term) => {
      const frequency = texts.filter((other) => other.includes(term)).length;
      const count = text.filter((word) => word === term).length;
      if (count === 0) return sum;
      const norm = settings.k1 * (1 - settings.b + (settings.b * text.length) / average);
      return sum + (rarity(texts.length, frequency) * count * (settings.k1 + 1)) / (count + norm);
    }, 0),
  );
}

function scores(index: TermIndex, query: readonly string[]): number[] {
  const weights = new Map(query.map((term) => [term, index.weightOf(term)]));
  const found = new Float32Array(index.ordinals);
  index.score(weights, settings, found);
  return [...found];
}

const wordArbitrary = fc.constantFrom('数', '据', '共', '享', '开', '放');
const textsArbitrary = fc.array(fc.array(wordArbitrary, { minLength: 1, maxLength: 12 }), {
  minLength: 1,
  maxLength: 12,
});

function distance(actual: readonly number[], expected: readonly number[]): number {
  return actual.reduce((most, value, at) => Math.max(most, Math.abs(value - (expected[at] ?? 0))), 0);
}

const nearlyNothing = 1e-4;

test('scores are those of BM25, packed or not', () => {
  fc.assert(
    fc.property(textsArbitrary, fc.uniqueArray(wordArbitrary, { minLength: 1 }), (texts, query) => {
      const index = new TermIndex();
      texts.forEach((text, at) => {
        index.add(counts(text));
        if (at === 3) index.pack();
      });
      expect(distance(scores(index, query), bm25(texts, query))).toBeLessThan(nearlyNothing);
      index.pack();
      expect(distance(scores(index, query), bm25(texts, query))).toBeLessThan(nearlyNothing);
    }),
  );
});

test('once packed, a removed document has left no trace in the scores of the others', () => {
  fc.assert(
    fc.property(
      textsArbitrary,
      fc.nat({ max: 11 }),
      fc.uniqueArray(wordArbitrary, { minLength: 1 }),
      (texts, at, query) => {
        fc.pre(texts.length > 1);
        const gone = at % texts.length;
        const index = new TermIndex();
        for (const text of texts) index.add(counts(text));
        index.remove(gone);
        index.pack();
        const left = texts.filter((_, ordinal) => ordinal !== gone);
        const kept = scores(index, query).filter((_, ordinal) => ordinal !== gone);
        expect(distance(kept, bm25(left, query))).toBeLessThan(nearlyNothing);
        expect(index.documents).toBe(left.length);
      },
    ),
  );
});

test('a saved index scores like the one that was saved', () => {
  const index = new TermIndex();
  for (const text of [
    ['共', '享'],
    ['开', '放', '放'],
    ['共', '放'],
  ])
    index.add(counts(text));
  const before = scores(index, ['共', '放']);
  expect(scores(new TermIndex(undefined, 0, index.save()), ['共', '放'])).toEqual(before);
});

test('a word common in the background weighs less than one that is as rare here and rare there', () => {
  const background = {
    documents: 1_000,
    frequencies: new Map([
      ['怎', 900],
      ['享', 3],
    ]),
  };
  const index = new TermIndex(background, 0.5);
  index.add(counts(['怎', '享']));
  index.add(counts(['据']));
  expect(index.weightOf('怎')).toBeLessThan(index.weightOf('享'));
});

test('weights stay finite while more removed documents than others hold a term', () => {
  const index = new TermIndex();
  for (let n = 0; n < 5; n += 1) index.add(counts(['共']));
  for (let n = 0; n < 4; n += 1) index.remove(n);
  expect(Number.isFinite(index.weightOf('共'))).toBe(true);
});
