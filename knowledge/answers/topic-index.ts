/** What the ranker keeps of each topic: its known questions, their common direction, and the words of its clauses. */
import { createLikenessIndex, type LikenessIndex } from './likeness-index.ts';
import { type Concepts, type Segment, type TermBag, type TermStatistics, terms, termStatistics, unit, weigh } from './term-bag.ts';
import type { TopicBook } from './topics.ts';

export interface TopicIndex {
  readonly book: TopicBook;
  readonly statistics: TermStatistics;
  /** Weighted bag of each of the book's texts. */
  readonly bags: readonly TermBag[];
  readonly likeness: LikenessIndex;
  /** For each topic: term → number of its texts that hold it. */
  readonly holding: readonly ReadonlyMap<string, number>[];
  /** Term → topics and their summed unit weights: the common direction of a topic's texts. */
  readonly directions: ReadonlyMap<string, readonly (readonly [topic: number, weight: number])[]>;
  /** Squared length of each topic's summed direction. */
  readonly lengths: readonly number[];
  /** Unit bag of the clauses that each topic cites. */
  readonly clauses: readonly TermBag[];
}

/** @param clauseText verbatim words of the clauses a topic cites, with their chapter and article title */
export function createTopicIndex(
  book: TopicBook,
  clauseText: (topic: number) => string,
  segment: Segment,
  concepts: Concepts,
): TopicIndex {
  const raw = book.texts.map(({ text }) => terms(text, segment, concepts));
  const statistics = termStatistics(raw);
  const bags = raw.map((bag) => weigh(bag, statistics));
  const holding = book.topics.map(() => new Map<string, number>());
  const sums = book.topics.map(() => new Map<string, number>());
  bags.forEach((bag, i) => {
    const topic = book.texts[i]?.topic ?? -1;
    const held = holding[topic];
    const sum = sums[topic];
    if (!held || !sum) return;
    for (const term of bag.keys()) held.set(term, (held.get(term) ?? 0) + 1);
    for (const [term, weight] of unit(bag)) sum.set(term, (sum.get(term) ?? 0) + weight);
  });
  const directions = new Map<string, [number, number][]>();
  const lengths = sums.map((sum, topic) => {
    let length = 0;
    for (const [term, weight] of sum) {
      length += weight * weight;
      const list = directions.get(term);
      if (list) list.push([topic, weight]);
      else directions.set(term, [[topic, weight]]);
    }
    return length;
  });
  const cached = new Map<string, TermBag>();
  const clauses = book.topics.map((_, topic) => {
    const text = clauseText(topic);
    const known = cached.get(text) ?? unit(weigh(terms(text, segment, concepts), statistics));
    cached.set(text, known);
    return known;
  });
  return { book, statistics, bags, likeness: createLikenessIndex(bags), holding, directions, lengths, clauses };
}
