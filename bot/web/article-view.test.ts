import { describe, expect, test } from 'vitest';
import { loadRegulations } from '#knowledge/corpus/load-regulations.ts';
import type { Regulation } from '#knowledge/corpus/regulation.ts';
import { articleView } from './article-view.ts';

const all = loadRegulations();
const changsha = all.find(({ id }) => id === 'changsha-2021-80');
if (!changsha) throw new Error('the regulation is missing');
const view = (number: number, day = '2026-06-01', regulation: Regulation = changsha) =>
  articleView(regulation, number, day, all);

describe('an article with its surroundings', () => {
  test('comes with its chapter and every other article of it', () => {
    const shown = view(22);
    expect(shown?.chapter).toBe('第四章 共享和开放');
    expect(shown?.articles.map(({ number }) => number)).toEqual([21, 22, 23, 24, 25]);
    expect(shown?.articles[1]).toMatchObject({ number: 22, heading: '第二十二条' });
    expect([shown?.previous, shown?.next]).toEqual([20, 26]);
  });

  test('has no neighbours before the first article and after the last', () => {
    expect(view(1)?.previous).toBeNull();
    expect(view(41)?.next).toBeNull();
    expect(view(41)?.articles.at(-1)?.title).toBeNull();
  });

  test('prints the mark of each item', () => {
    const items = view(38)?.articles.find(({ number }) => number === 38)?.paragraphs[0]?.items;
    expect(items?.map(({ mark }) => mark)).toEqual(['(一)', '(二)', '(三)', '(四)', '(五)', '(六)', '(七)']);
  });

  test.each([
    ['2027-01-31', 'in_force'],
    ['2027-02-01', 'expired'],
    ['2022-01-31', 'not_yet_in_force'],
  ])('says on %s that the regulation is %s', (day, standing) => {
    expect(view(22, day)?.regulation.standing).toBe(standing);
  });

  test('is not there for a number the regulation does not have', () => {
    expect(view(42)).toBeUndefined();
  });

  test('shows a bounded neighbourhood in a regulation of one long chapter', () => {
    const [sample] = changsha.articles;
    if (!sample) throw new Error('no article');
    const articles = Array.from({ length: 100 }, (_, index) => ({ ...sample, number: index + 1, chapter: 0 }));
    const shown = view(50, '2026-06-01', { ...changsha, chapters: [], articles });
    expect(shown?.chapter).toBeNull();
    expect(shown?.articles.map(({ number }) => number)).toEqual(Array.from({ length: 31 }, (_, index) => index + 35));
    expect([shown?.previous, shown?.next]).toEqual([34, 66]);
  });
});
