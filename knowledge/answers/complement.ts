/** Finds a second topic for a question that one topic accounts for only in part: the other side of a comparison, the rest of a duty. */
import type { QuestionType } from '#knowledge/query/question-type.ts';
import { leftOut } from './contrast.ts';
import type { PreferredTopic } from './prefer-topics.ts';
import { mass, type TermBag } from './term-bag.ts';
import type { TopicIndex } from './topic-index.ts';

/** A second topic has to score nearly as high as the first… */
const NEAR = 0.45;
/** …and account for this much more of the question: within the same article, and in a comparison, elsewhere. */
const GAIN = { sameArticle: 0.1, compare: 0.1 } as const;
const CLOSE = 0.08;
const LOOK_AT = 6;
/** The other side of a comparison may score lower: it is not what most of the words are about. */
const FAR = 0.8;

function held(index: TopicIndex, topic: number, query: TermBag): Set<string> {
  const out = new Set<string>();
  for (const term of query.keys()) if (index.holding.get(term)?.holders.includes(topic)) out.add(term);
  return out;
}

function weightOf(query: TermBag, terms: Iterable<string>): number {
  let sum = 0;
  for (const term of terms) sum += query.get(term) ?? 0;
  return sum;
}

/** The best topic for what the question names and the first topic leaves out: 开放 beside 共享. */
function otherSide(
  index: TopicIndex,
  question: string,
  first: PreferredTopic,
  said: readonly PreferredTopic[],
): PreferredTopic | null {
  const gloss = (topic: number): string => index.book.topics[topic]?.point.gloss ?? '';
  const [missing] = leftOut(question, gloss(first.topic));
  if (missing === undefined) return null;
  const others = said.slice(1).filter((one) => one.total > first.total - FAR && gloss(one.topic).includes(missing));
  return others.find((one) => leftOut(question, gloss(one.topic)).length > 0) ?? others[0] ?? null;
}

/** @param said answerable topics, best first */
export function complement(
  index: TopicIndex,
  question: string,
  query: TermBag,
  type: QuestionType,
  said: readonly PreferredTopic[],
): PreferredTopic | null {
  const [first] = said;
  if (!first || type.shapes[0] === 'yes_no') return null;
  const side = otherSide(index, question, first, said);
  if (side) return side;
  const articles = (topic: number): Set<number> =>
    new Set(index.book.topics[topic]?.citations.map(({ article }) => article));
  const own = articles(first.topic);
  const covered = held(index, first.topic, query);
  const whole = mass(query) || 1;
  const compares = type.shapes.includes('compare');
  for (const one of said.slice(1, LOOK_AT)) {
    if (one.total < first.total - NEAR) break;
    const others = articles(one.topic);
    const same = [...others].every((article) => own.has(article));
    const gain =
      weightOf(
        query,
        [...held(index, one.topic, query)].filter((term) => !covered.has(term)),
      ) / whole;
    // A list is asked of the point that holds it, which need not be the one put most alike.
    const fuller = same && type.shapes[0] === 'list' && one.coverage > first.coverage;
    const close = same && one.total >= first.total - CLOSE;
    if (compares ? gain >= GAIN.compare : same && (gain >= GAIN.sameArticle || fuller || (close && gain > 0.03)))
      return one;
  }
  return null;
}
