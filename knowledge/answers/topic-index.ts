/** What the ranker keeps of each topic: its known questions, their common direction, and the words of its clauses. */
import { createPostings, type Postings } from './postings.ts';
import {
  type Concepts,
  mass,
  type Segment,
  type TermBag,
  type TermStatistics,
  terms,
  termStatistics,
  unit,
  weigh,
} from './term-bag.ts';
import type { TopicBook } from './topics.ts';

export interface TopicIndex {
  readonly book: TopicBook;
  readonly statistics: TermStatistics;
  /** Weighted bag of each of the book's texts. */
  readonly bags: readonly TermBag[];
  /** Whole weight of each text. */
  readonly masses: readonly number[];
  /** Term → texts. */
  readonly texts: Postings;
  /** Term → topics and the number of their texts that hold it. */
  readonly holding: Postings;
  /** Term → topics and their summed unit weights: the common direction of a topic's texts. */
  readonly directions: Postings;
  /** Squared length of each topic's summed direction. */
  readonly lengths: readonly number[];
  /** Unit bags of the distinct clause texts, and which one each topic cites. */
  readonly clauses: readonly TermBag[];
  readonly clausePostings: Postings;
  readonly clauseOf: readonly number[];
}

/** The terms of everything the index is made from, before they are weighed; cutting them is most of the work. */
export interface CutTexts {
  /** Of each of the book's texts. */
  readonly texts: readonly ReadonlyMap<string, number>[];
  /** Of the distinct clause texts, and which one each topic cites. */
  readonly clauses: readonly ReadonlyMap<string, number>[];
  readonly clauseOf: readonly number[];
}

/** @param clauseText verbatim words of the clauses a topic cites, with the titles of their articles */
export function cutTexts(
  book: TopicBook,
  clauseText: (topic: number) => string,
  segment: Segment,
  concepts: Concepts,
): CutTexts {
  const clauseTexts = book.topics.map((_, topic) => clauseText(topic));
  const distinct = [...new Set(clauseTexts)];
  const place = new Map(distinct.map((text, i) => [text, i]));
  return {
    texts: book.texts.map(({ text }) => terms(text, segment, concepts)),
    clauses: distinct.map((text) => terms(text, segment, concepts)),
    clauseOf: clauseTexts.map((text) => place.get(text) ?? -1),
  };
}

export function createTopicIndex(book: TopicBook, cut: CutTexts): TopicIndex {
  const statistics = termStatistics(cut.texts);
  const bags = cut.texts.map((bag) => weigh(bag, statistics));
  const held = book.topics.map(() => new Map<string, number>());
  const sums = book.topics.map(() => new Map<string, number>());
  bags.forEach((bag, i) => {
    const topic = book.texts[i]?.topic ?? -1;
    const counts = held[topic];
    const sum = sums[topic];
    if (!counts || !sum) return;
    for (const term of bag.keys()) counts.set(term, (counts.get(term) ?? 0) + 1);
    for (const [term, weight] of unit(bag)) sum.set(term, (sum.get(term) ?? 0) + weight);
  });
  const clauses = cut.clauses.map((bag) => unit(weigh(bag, statistics)));
  return {
    book,
    statistics,
    bags,
    masses: bags.map(mass),
    texts: createPostings(bags),
    holding: createPostings(held),
    directions: createPostings(sums),
    lengths: sums.map((sum) => {
      let length = 0;
      for (const weight of sum.values()) length += weight * weight;
      return length;
    }),
    clauses,
    clausePostings: createPostings(clauses),
    clauseOf: cut.clauseOf,
  };
}
