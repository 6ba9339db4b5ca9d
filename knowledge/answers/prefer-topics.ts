/** Reorders ranked topics by the hybrid search, by which article the question belongs to and by what kind of thing it wants. */
import type { QuestionType } from '#knowledge/query/question-type.ts';
import { contrastCost } from './contrast.ts';
import type { RankedTopic } from './rank-topics.ts';
import type { TopicRanks } from './topic-search.ts';
import type { Topic } from './topics.ts';

export interface PreferredTopic extends RankedTopic {
  /** Score with the preferences; orders the topics. */
  readonly total: number;
}

/** Chosen by leave-one-out over the guide's own questions. */
const WEIGHTS = {
  hybrid: 0.5,
  article: 0.22,
  time: 0.2,
  consequence: 0.2,
  compare: 0.15,
  list: 0.1,
  wide: 0.3,
} as const;
/** Flattens the top of the hybrid list. */
const HYBRID_CONSTANT = 5;
const LEAST_LOG = -5;
/** For a question this like a known one the article says less. */
const NEARLY_KNOWN = 0.6;
const TIME = /日|天|周|月|年|定期|限期|每/;

function suits(type: QuestionType, { point }: Topic): number {
  const wants = new Set(type.wants);
  const asksTime = wants.has('days') || wants.has('date');
  return (
    (asksTime && point.numbers.some((number) => TIME.test(number)) ? WEIGHTS.time : 0) +
    (wants.has('consequence') && point.kind === 'consequence' ? WEIGHTS.consequence : 0) +
    (type.shapes[0] === 'list' && point.kind === 'list' ? WEIGHTS.list : 0) +
    (type.shapes.includes('compare') && point.clauses.length > 1 ? WEIGHTS.compare : 0)
  );
}

/** Asks for more than one clause can tell. */
const ASKS_WIDELY =
  /分别|全部|所有|一共|总共|各(?:类|种|个环节|环节|自)|都有|哪些|梳理|汇总|归纳|以及|还有|和.{1,12}(?:和|、)|、/;

/** A point spread over several articles cites more than a plain question needs. */
function wideCost(question: string, type: QuestionType, articles: number): number {
  const asked = type.shapes.includes('compare') ? 2 : 1;
  return ASKS_WIDELY.test(question) ? 0 : WEIGHTS.wide * Math.max(0, articles - asked);
}

export function preferTopics(
  ranked: readonly RankedTopic[],
  topics: readonly Topic[],
  question: string,
  type: QuestionType,
  probability: ReadonlyMap<number, number>,
  hybrid: TopicRanks,
): readonly PreferredTopic[] {
  return ranked
    .flatMap((one): PreferredTopic[] => {
      const topic = topics[one.topic];
      if (!topic) return [];
      const articles = new Set(topic.citations.map(({ article }) => article));
      let likely = 0;
      for (const article of articles) likely += probability.get(article) ?? 0;
      const trust = one.best >= NEARLY_KNOWN ? 0.5 : 1;
      const byArticle = trust * WEIGHTS.article * Math.max(LEAST_LOG, Math.log(likely + 1e-6));
      const rank = hybrid.get(one.topic);
      const found = rank === undefined ? 0 : WEIGHTS.hybrid / (HYBRID_CONSTANT + rank);
      return [
        {
          ...one,
          total:
            one.score +
            byArticle +
            found +
            suits(type, topic) -
            contrastCost(question, topic.point.gloss) -
            wideCost(question, type, articles.size),
        },
      ];
    })
    .toSorted((a, b) => b.total - a.total);
}
