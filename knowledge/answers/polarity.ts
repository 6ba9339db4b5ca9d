/** Whether the text bears out what a yes/no question asks: a small classifier trained on the guide's own yes/no questions. */
import type { QuestionType } from '#knowledge/query/question-type.ts';
import { likeYesNo } from './like-yes-no.ts';
import { type Example, logit, type SparseVector, trainLogistic } from './logistic.ts';
import { mass, shared, type TermBag } from './term-bag.ts';
import type { TopicIndex } from './topic-index.ts';
import { type Head, isNo, type LikeYesNo, modalGroup } from './yes-no-head.ts';

/** Trained weights by feature name, in parallel. */
export interface Trained {
  readonly features: readonly string[];
  readonly weights: readonly number[];
}

export interface PolarityParts {
  readonly index: TopicIndex;
  readonly typeOf: (text: string) => QuestionType;
  /** Whether the question takes for granted a number, cycle, date or actor that the topic's clause contradicts. */
  readonly contradicts: (topic: number, question: string) => boolean;
}

/** A term counts as a way of asking only if it is at home in this many articles. */
const SPREAD = 4;
/** A known question put the other way round speaks, a little, for the opposite. */
const REVERSED = -0.3;

/** How the question ends: 吧 puts a premise to the test, 吗 asks. */
const TAIL = /(?:对吧|对吗|对不对|是吧|是吗|没错吧|吧|吗|不|没)(?=[?？。]?$)/;
/** 只管共享, 随便给, 都不用: says more, or less, than a rule does. */
const RESTRICTS =
  /只|仅|光|就行|就够|随便|随意|反正|完全|绝对|任何|谁都|都行|都可以|不用|不必|无所谓|没事|没关系|一家|单独/;

/** Share of the question's whole words that stand in the clause. */
function wordShare(bag: TermBag, clause: TermBag | undefined): number {
  let [all, held] = [0, 0];
  for (const [term, weight] of bag)
    if (term.startsWith('w:')) {
      all += weight;
      if (clause?.has(term)) held += weight;
    }
  return all === 0 ? 0 : held / all;
}

function named(
  { index, typeOf, contradicts }: PolarityParts,
  topic: number,
  question: string,
  bag: TermBag,
  like: readonly LikeYesNo[],
): Map<string, number> {
  const type = typeOf(question);
  const point = index.book.topics[topic]?.point;
  const group = point ? modalGroup(point.modal) : 'fact';
  const sign = ({ head }: { head: Head }): number => (isNo(head) ? 1 : -1);
  let nearby = 0;
  for (const one of like.slice(0, 3))
    nearby += sign(one) * one.likeness * (typeOf(one.ask).negated === type.negated ? 1 : REVERSED);
  const [nearest] = like;
  const clause = index.clauses[index.clauseOf[topic] ?? -1];
  const out = new Map<string, number>([
    ['bias', 1],
    ['nearby', nearby],
    ['nearest', nearest ? sign(nearest) * Math.max(0, nearest.likeness - 0.3) * 3 : 0],
    ['clause', clause ? shared(bag, clause) / (mass(bag) || 1) : 0],
    [`modal:${group}|${type.head ?? ''}|${type.negated}`, 1],
    [`head:${type.head ?? ''}|${type.negated}`, 1],
  ]);
  const tail = TAIL.exec(question)?.[0] ?? '';
  const words = wordShare(bag, clause);
  out.set('words', words);
  out.set(`tail:${tail}|${type.negated}`, 1);
  out.set(`tail:${tail}|words`, words);
  if (RESTRICTS.test(question)) out.set(`restricts|${type.head ?? ''}`, 1);
  if (contradicts(topic, question)) out.set('premise:false', 1);
  else if (type.claims.length > 0) out.set('premise:true', 1);
  const scale = 1 / Math.sqrt(bag.size || 1);
  for (const term of bag.keys()) out.set(`term:${term}`, scale);
  return out;
}

function numbered(values: ReadonlyMap<string, number>, places: ReadonlyMap<string, number>): SparseVector {
  const out = new Map<number, number>();
  for (const [name, value] of values) {
    const place = places.get(name);
    if (place !== undefined) out.set(place, value);
  }
  return out;
}

export function polarityExamples(parts: PolarityParts): { examples: readonly Example[]; features: readonly string[] } {
  const { book, bags } = parts.index;
  const spread = new Map<string, Set<number>>();
  const rows = book.texts.flatMap(({ topic, head, text }, i) => {
    const bag = bags[i];
    if (head === null || !bag) return [];
    const like = likeYesNo(parts.index, topic, bag).filter(({ ask }) => ask !== text);
    const values = named(parts, topic, text, bag, like);
    const article = book.topics[topic]?.citations[0]?.article ?? 0;
    for (const name of values.keys()) spread.set(name, (spread.get(name) ?? new Set<number>()).add(article));
    return [{ values, positive: isNo(head) }];
  });
  const features = [...spread].filter(([, articles]) => articles.size >= SPREAD).map(([name]) => name);
  const places = new Map(features.map((name, i) => [name, i]));
  return { features, examples: rows.map(({ values, positive }) => ({ features: numbered(values, places), positive })) };
}

export function trainPolarity(parts: PolarityParts): Trained {
  const { examples, features } = polarityExamples(parts);
  return { features, weights: [...trainLogistic(examples, features.length)] };
}

/** @returns log-odds that the answer is no */
export function noOdds(
  parts: PolarityParts,
  trained: Trained,
): (topic: number, question: string, bag: TermBag, like: readonly LikeYesNo[]) => number {
  const places = new Map(trained.features.map((name, i) => [name, i]));
  const weights = Float64Array.from(trained.weights);
  return (topic, question, bag, like) => logit(weights, numbered(named(parts, topic, question, bag, like), places));
}
