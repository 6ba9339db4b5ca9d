/** Whether the text says what is asked: a small classifier trained on the guide's own questions, those it answers and those it is known not to. */
import type { Point } from '#knowledge/guide/guide.ts';
import { type Example, logit, type SparseVector, trainLogistic } from './logistic.ts';
import type { Trained } from './polarity.ts';
import { type RankedTopic, rankTopics } from './rank-topics.ts';
import { mass, shared, type TermBag } from './term-bag.ts';
import type { TopicIndex } from './topic-index.ts';

/**
 * Facts about a question and the point likeliest to answer it, each 0 or 1, by name: `wants:amount|open`,
 * `time:false|open` (asks for a time, the point has none)…
 */
export type Cues = (question: string, point: Point | null) => readonly string[];

const FIXED = 9;
/** A term is a cue of its own only if it is at home in this many articles; fewer would be a topic, not a way of asking. */
const SPREAD = 4;

export interface AnswerabilityParts {
  readonly index: TopicIndex;
  readonly cues: Cues;
}

function termFeatures(bag: TermBag): string[] {
  return [...bag.keys()];
}

function vectorOf(
  parts: AnswerabilityParts,
  features: ReadonlyMap<string, number>,
  question: string,
  bag: TermBag,
  ranked: readonly RankedTopic[],
): SparseVector {
  const { cues } = parts;
  const { book, clauses, clauseOf } = parts.index;
  const saidTopic = ranked.find(({ topic }) => book.topics[topic]?.notSaid === null);
  const notTopic = ranked.find(({ topic }) => book.topics[topic]?.notSaid !== null);
  const whole = mass(bag) || 1;
  const clause = saidTopic && clauses[clauseOf[saidTopic.topic] ?? -1];
  const inClause = clause ? shared(bag, clause) / whole : 0;
  const said = saidTopic?.score ?? 0;
  const not = notTopic?.score ?? 0;
  const out = new Map<number, number>([
    [0, 1],
    [1, said],
    [2, not],
    [3, said - not],
    [4, saidTopic?.coverage ?? 0],
    [5, inClause],
    [6, saidTopic?.best ?? 0],
    [7, notTopic?.best ?? 0],
    [8, Math.min(1, Array.from(question).length / 40)],
  ]);
  const known = termFeatures(bag).flatMap((term) => features.get(term) ?? []);
  const scale = 1 / Math.sqrt(known.length || 1);
  for (const feature of known) out.set(feature, scale);
  for (const cue of cues(question, book.topics[saidTopic?.topic ?? -1]?.point ?? null)) {
    const feature = features.get(cue);
    if (feature !== undefined) out.set(feature, 0.5);
  }
  return out;
}

/** Every question of the guide as an example, each ranked as if it were not known. */
export function trainingExamples(parts: AnswerabilityParts): {
  readonly examples: readonly Example[];
  readonly features: readonly string[];
  readonly dims: number;
} {
  const { cues, index } = parts;
  const { book, bags } = index;
  const questions = book.texts.flatMap((text, i) =>
    text.kind === 'gloss' ? [] : [{ ...text, i, bag: bags[i] ?? new Map<string, number>() }],
  );
  const rankings = questions.map(({ i, bag }) => rankTopics(index, bag, i));
  const likeliest = (place: number): Point | null => {
    const said = rankings[place]?.find(({ topic }) => book.topics[topic]?.notSaid === null);
    return book.topics[said?.topic ?? -1]?.point ?? null;
  };
  const spread = new Map<string, Set<number>>();
  questions.forEach(({ bag, topic, text }, place) => {
    const article = book.topics[topic]?.citations[0]?.article ?? 0;
    for (const name of [...termFeatures(bag), ...cues(text, likeliest(place))])
      spread.set(name, (spread.get(name) ?? new Set()).add(article));
  });
  const features = [...spread].filter(([, articles]) => articles.size >= SPREAD).map(([name]) => name);
  const numbers = new Map(features.map((name, i) => [name, i + FIXED]));
  const examples = questions.map(({ topic, text, bag }, place) => ({
    features: vectorOf(parts, numbers, text, bag, rankings[place] ?? []),
    positive: book.topics[topic]?.notSaid !== null,
  }));
  return { examples, features, dims: features.length + FIXED };
}

/** Trains on every question of the guide, each ranked as if it were not known. */
export function trainAnswerability(parts: AnswerabilityParts): Trained {
  const { examples, features, dims } = trainingExamples(parts);
  return { features, weights: [...trainLogistic(examples, dims)] };
}

/** @returns log-odds that the text does not say what is asked; above 0 it more likely does not */
export function notSaidOdds(
  parts: AnswerabilityParts,
  trained: Trained,
): (question: string, bag: TermBag, ranked: readonly RankedTopic[]) => number {
  const numbers = new Map(trained.features.map((name, i) => [name, i + FIXED]));
  const weights = Float64Array.from(trained.weights);
  return (question, bag, ranked) => logit(weights, vectorOf(parts, numbers, question, bag, ranked));
}
