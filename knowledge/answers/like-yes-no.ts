/** Finds the known yes/no questions of a topic that resemble the one asked. */
import { tversky } from './rank-topics.ts';
import { mass, type TermBag } from './term-bag.ts';
import type { TopicIndex } from './topic-index.ts';
import type { LikeYesNo } from './yes-no-head.ts';

function sharedWeight(a: TermBag, b: TermBag): number {
  let sum = 0;
  for (const [term, weight] of a) sum += Math.min(weight, b.get(term) ?? 0);
  return sum;
}

/** Best first; likeness weighs both sides alike, since a yes/no question has to match as a whole. */
export function likeYesNo(index: TopicIndex, topic: number, query: TermBag): readonly LikeYesNo[] {
  const whole = mass(query);
  return index.book.texts
    .flatMap(({ topic: of, head, text }, i) => {
      const bag = index.bags[i];
      if (of !== topic || head === null || !bag) return [];
      return [{ ask: text, head, likeness: tversky(sharedWeight(query, bag), whole, index.masses[i] ?? 0, 0.5) }];
    })
    .toSorted((a, b) => b.likeness - a.likeness);
}
