/** Whether the text says what is asked: a small classifier trained on the guide's own questions, those it answers and those it is known not to. */
import { logit, type SparseVector, trainLogistic } from './logistic.ts';
import { type RankedTopic, rankTopics } from './rank-topics.ts';
import { mass, shared, type TermBag } from './term-bag.ts';
import type { TopicIndex } from './topic-index.ts';

/** Facts about a question that do not come from the ranking, each 0 or 1, by name: `wants:amount`, `shape:yes_no`… */
export type Cues = (question: string) => readonly string[];

export interface Answerability {
  /** Names of the features beyond the fixed ones, in the order of `weights`. */
  readonly features: readonly string[];
  readonly weights: readonly number[];
}

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
    [8, Math.min(1, [...question].length / 40)],
  ]);
  const known = termFeatures(bag).flatMap((term) => features.get(term) ?? []);
  const scale = 1 / Math.sqrt(known.length || 1);
  for (const feature of known) out.set(feature, scale);
  for (const cue of cues(question)) {
    const feature = features.get(cue);
    if (feature !== undefined) out.set(feature, 0.5);
  }
  return out;
}

/** Trains on every question of the guide, each ranked as if it were not known. */
export function trainAnswerability(parts: AnswerabilityParts): Answerability {
  const { cues, index } = parts;
  const { book, bags } = index;
  const questions = book.texts.flatMap((text, i) => (text.kind === 'gloss' ? [] : [{ ...text, i, bag: bags[i] ?? new Map<string, number>() }]));
  const spread = new Map<string, Set<number>>();
  for (const { bag, topic, text } of questions) {
    const article = book.topics[topic]?.citations[0]?.article ?? 0;
    for (const name of [...termFeatures(bag), ...cues(text)]) spread.set(name, (spread.get(name) ?? new Set()).add(article));
  }
  const features = [...spread].filter(([, articles]) => articles.size >= SPREAD).map(([name]) => name);
  const numbers = new Map(features.map((name, i) => [name, i + FIXED]));
  const examples = questions.map(({ i, topic, text, bag }) => ({
    features: vectorOf(parts, numbers, text, bag, rankTopics(index, bag, i)),
    positive: book.topics[topic]?.notSaid !== null,
  }));
  return { features, weights: [...trainLogistic(examples, features.length + FIXED)] };
}

/** @returns log-odds that the text does not say what is asked; above 0 it more likely does not */
export function notSaidOdds(
  parts: AnswerabilityParts,
  trained: Answerability,
): (question: string, bag: TermBag, ranked: readonly RankedTopic[]) => number {
  const numbers = new Map(trained.features.map((name, i) => [name, i + FIXED]));
  const weights = Float64Array.from(trained.weights);
  return (question, bag, ranked) => logit(weights, vectorOf(parts, numbers, question, bag, ranked));
}
