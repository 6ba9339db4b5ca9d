import { describe, expect, test } from 'vitest';
import { findQuote } from './find-quote.ts';

const words = (texts: readonly string[], quote: string): readonly (string | null)[] =>
  findQuote(texts, quote).map((span, index) => span && (texts[index]?.slice(span.start, span.end) ?? null));

describe('the words of a quote', () => {
  test('are found within a clause', () => {
    expect(words(['由使用部门提出申请。提供部门应当答复。'], '提供部门应当答复。')).toEqual(['提供部门应当答复。']);
  });

  test('are found across the items of a list', () => {
    const texts = ['具体包括:', '(一)', '建立制度;', '(二)', '建立机制。'];
    expect(words(texts, '包括:\n(一)建立制度;')).toEqual(['包括:', '(一)', '建立制度;', null, null]);
  });

  test('are found whatever white space stands between them', () => {
    expect(words(['提供 部门\n应当答复'], '部门应当  答复')).toEqual(['部门\n应当答复']);
  });

  test.each([['不得答复'], [''], ['   ']])('are nowhere: %j', (quote) => {
    expect(words(['应当答复', '可以答复'], quote)).toEqual([null, null]);
  });
});
