/** Ranks the guide's topics for a question by its likeness to known questions and by how much of it a topic accounts for. */
import { dotAll, heldAll, sharedAll } from './postings.ts';
import { mass, type TermBag, unit } from './term-bag.ts';
import type { TopicIndex } from './topic-index.ts';

export interface RankedTopic {
  /** Index into the book's topics. */
  readonly topic: number;
  /** About 0..3; only comparable within one question and with the thresholds tuned for it. */
  readonly score: number;
  /** Likeness to the nearest known question, 0..1. */
  readonly best: number;
  /** Share of the question's weight that the topic's texts account for, 0..1. */
  readonly coverage: number;
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
  /** Extra for a known question that is nearly the one asked. */
  nearly: 2,
  nearlyFrom: 0.6,
} as const;

/** Topics that a ranking gives, at most. */
const SECOND_LOOK = 60;

/** Tversky likeness from shared and whole weights: `alpha` is what an unmatched part of the query costs. */
export function tversky(both: number, query: number, text: number, alpha: number): number {
  return both === 0 ? 0 : both / (both + alpha * (query - both) + (1 - alpha) * (text - both));
}

/** The three likeliest known questions of each topic and its gloss: four numbers a topic. */
function likenesses(index: TopicIndex, query: TermBag, whole: number, without: number | undefined): Float64Array {
  const { texts } = index.book;
  const out = new Float64Array(index.book.topics.length * 4);
  const both = sharedAll(index.texts, query, texts.length);
  texts.forEach(({ topic, kind }, i) => {
    const shared = both[i] ?? 0;
    if (shared === 0 || i === without) return;
    const at = topic * 4;
    const isGloss = kind === 'gloss';
    const alike = tversky(shared, whole, index.masses[i] ?? 0, isGloss ? rankWeights.glossAlpha : rankWeights.alpha);
    if (isGloss) out[at + 3] = alike;
    else if (alike > (out[at] ?? 0)) out.set([alike, out[at] ?? 0, out[at + 1] ?? 0], at);
    else if (alike > (out[at + 1] ?? 0)) out.set([alike, out[at + 1] ?? 0], at + 1);
    else if (alike > (out[at + 2] ?? 0)) out[at + 2] = alike;
  });
  return out;
}

/**
 * @param query weighted bag of the question
 * @param without index of a text to leave out, for training and measuring on the guide's own questions
 */
export function rankTopics(index: TopicIndex, query: TermBag, without?: number): readonly RankedTopic[] {
  const w = rankWeights;
  const topics = index.book.topics.length;
  const own = without === undefined ? undefined : index.book.texts[without]?.topic;
  const whole = mass(query);
  if (whole === 0) return [];
  const direction = unit(query);
  const like = likenesses(index, query, whole, without);
  const along = dotAll(index.directions, direction, topics);
  const held = heldAll(index.holding, query, topics, (topic) => (topic === own ? 1 : 0));
  const clause = dotAll(index.clausePostings, direction, index.clauses.length);
  const scores = new Float64Array(topics);
  for (let topic = 0; topic < topics; topic += 1) {
    const at = topic * 4;
    const [first, second, third, gloss] = [like[at] ?? 0, like[at + 1] ?? 0, like[at + 2] ?? 0, like[at + 3] ?? 0];
    if (first === 0 && gloss === 0) continue;
    // A text left out is taken out of its topic's direction too.
    const sum = (along[topic] ?? 0) - (topic === own ? 1 : 0);
    const length = (index.lengths[topic] ?? 0) - (topic === own ? 2 * (along[topic] ?? 0) - 1 : 0);
    scores[topic] =
      w.best * first +
      w.nearly * Math.max(0, first - w.nearlyFrom) +
      w.second * second +
      w.third * third +
      w.gloss * gloss +
      (w.coverage * (held[topic] ?? 0)) / whole +
      w.direction * (length <= 1e-9 ? 0 : sum / Math.sqrt(length)) +
      w.clause * (clause[index.clauseOf[topic] ?? -1] ?? 0);
  }
  // Hundreds of topics share a word with any question; only the best are worth a second look.
  const best = Array.from(scores.keys())
    .filter((topic) => (scores[topic] ?? 0) > 0)
    .sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
  return best.slice(0, SECOND_LOOK).map((topic) => ({
    topic,
    score: scores[topic] ?? 0,
    best: like[topic * 4] ?? 0,
    coverage: (held[topic] ?? 0) / whole,
  }));
}
