/** Ranks the guide's topics for a question by its likeness to known questions and by how much of it a topic accounts for. */
import { tversky } from './likeness-index.ts';
import { mass, shared, type TermBag, unit } from './term-bag.ts';
import type { TopicIndex } from './topic-index.ts';
import type { Head, LikeYesNo } from './yes-no-head.ts';

export interface RankedTopic {
  /** Index into the book's topics. */
  readonly topic: number;
  /** About 0..3; only comparable within one question and with the thresholds tuned for it. */
  readonly score: number;
  /** Likeness to the nearest known question, 0..1. */
  readonly best: number;
  /** Share of the question's weight that the topic's texts account for, 0..1. */
  readonly coverage: number;
  /** The topic's yes/no questions that resemble the one asked, best first. */
  readonly like: readonly LikeYesNo[];
}

/** How the parts of the score weigh; chosen by leave-one-out over the guide's own questions. */
export const rankWeights = {
  /** What an unmatched part of the question costs against a known question, and against a gloss. */
  alpha: 0.6,
  glossAlpha: 0.85,
  best: 0.5,
  second: 0.18,
  third: 0.12,
  gloss: 0.45,
  coverage: 0.3,
  direction: 1.2,
  clause: 0.8,
} as const;

interface Tally {
  readonly questions: number[];
  readonly like: { ask: string; head: Head; likeness: number }[];
  gloss: number;
}

function tallies(index: TopicIndex, query: TermBag, without?: number): Map<number, Tally> {
  const { book, likeness } = index;
  const whole = mass(query);
  const out = new Map<number, Tally>();
  for (const [i, both] of likeness.shared(query)) {
    const text = book.texts[i];
    if (i === without || !text) continue;
    const tally = out.get(text.topic) ?? { questions: [], like: [], gloss: 0 };
    out.set(text.topic, tally);
    const isGloss = text.kind === 'gloss';
    const alike = tversky(both, whole, likeness.massOf(i), isGloss ? rankWeights.glossAlpha : rankWeights.alpha);
    if (isGloss) tally.gloss = alike;
    else tally.questions.push(alike);
    if (text.head !== null) tally.like.push({ ask: text.text, head: text.head, likeness: alike });
  }
  return out;
}

function dot(a: TermBag, b: TermBag): number {
  let sum = 0;
  for (const [term, weight] of a) sum += weight * (b.get(term) ?? 0);
  return sum;
}

/** Cosine of the question with each topic's common direction; a text left out is taken out of its topic's direction. */
function alongDirections(index: TopicIndex, query: TermBag, own: number | undefined): (topic: number) => number {
  const dots = new Float64Array(index.book.topics.length);
  for (const [term, weight] of query)
    for (const [topic, share] of index.directions.get(term) ?? []) dots[topic] = (dots[topic] ?? 0) + weight * share;
  return (topic) => {
    const d = dots[topic] ?? 0;
    const length = index.lengths[topic] ?? 0;
    const [left, squared] = topic === own ? [d - 1, length - 2 * d + 1] : [d, length];
    return squared <= 1e-9 ? 0 : left / Math.sqrt(squared);
  };
}

/**
 * @param query weighted bag of the question
 * @param without index of a text to leave out, for training and measuring on the guide's own questions
 */
export function rankTopics(index: TopicIndex, query: TermBag, without?: number): readonly RankedTopic[] {
  const own = without === undefined ? undefined : index.book.texts[without]?.topic;
  const whole = mass(query) || 1;
  const length = unit(query);
  const along = alongDirections(index, length, own);
  const w = rankWeights;
  return [...tallies(index, query, without)]
    .map(([topic, { questions, like, gloss }]): RankedTopic => {
      const held = index.holding[topic];
      const spare = own === topic ? 1 : 0;
      const coverage = shared(query, { has: (term) => (held?.get(term) ?? 0) > spare }) / whole;
      const [first = 0, second = 0, third = 0] = questions.toSorted((a, b) => b - a);
      const clause = index.clauses[topic];
      const score =
        w.best * first +
        w.second * second +
        w.third * third +
        w.gloss * gloss +
        w.coverage * coverage +
        w.direction * along(topic) +
        w.clause * (clause ? dot(length, clause) : 0);
      return { topic, score, best: first, coverage, like: like.toSorted((a, b) => b.likeness - a.likeness) };
    })
    .toSorted((a, b) => b.score - a.score);
}
