/** Builds what the one-question answerer works with from the regulations and their guide. */
import { existsSync } from 'node:fs';
import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import { builtInRegulationsDir } from '#knowledge/corpus/load-regulations.ts';
import type { Regulation } from '#knowledge/corpus/regulation.ts';
import type { Point } from '#knowledge/guide/guide.ts';
import { createTermExpander } from '#knowledge/query/expand-terms.ts';
import { createQuestionTyper, type QuestionType } from '#knowledge/query/question-type.ts';
import { articleProbabilities, trainArticles } from './article-classifier.ts';
import { type AnswerabilityParts, notSaidOdds, trainAnswerability } from './answerability.ts';
import { type Lessons, lessonsPath, readLessons } from './lessons.ts';
import { noOdds, type PolarityParts, trainPolarity } from './polarity.ts';
import { falsePremise } from './premise.ts';
import { clauseText } from '#knowledge/corpus/clause-text.ts';
import type { AnswerParts } from './answer-one.ts';
import { gatherTopics, topicClauseText } from './guided-topics.ts';
import { loadHigherLaw } from './higher-law.ts';
import { terms, weigh } from './term-bag.ts';
import { openCutGuide } from './saved-guide.ts';
import { createTopicIndex, cutTexts } from './topic-index.ts';
import { buildTopicSearch, type TopicSearch, type TopicSearchOptions } from './topic-search.ts';

export interface Trainable {
  readonly answerability: AnswerabilityParts;
  readonly polarity: PolarityParts;
  readonly withLessons: (lessons: Lessons, search: TopicSearch) => AnswerParts;
}

const TIME = /日|天|周|月|年|定期|限期|每/;
const COUNT = /[\d一二三四五六七八九十两]/;

/** Ways of asking, and whether the likeliest point holds the kind of number that is asked for. */
function cuesOf(type: QuestionType, point: Point | null): readonly string[] {
  const open = type.shapes[0] === 'yes_no' ? 'yes_no' : 'open';
  const wants = new Set(type.wants);
  const time = point?.numbers.some((number) => TIME.test(number)) ?? false;
  const count = point?.numbers.some((number) => COUNT.test(number)) ?? false;
  return [
    ...type.wants.map((want) => `wants:${want}|${open}`),
    `shape:${type.shapes[0] ?? 'statement'}`,
    ...(type.claims.length > 0 ? [`claims|${open}`] : []),
    ...(wants.has('days') || wants.has('date') ? [`time:${time}|${open}`] : []),
    ...(wants.has('number') ? [`count:${count}|${open}`] : []),
  ];
}

export function learn({ answerability, polarity }: Trainable): Lessons {
  return {
    answerability: trainAnswerability(answerability),
    polarity: trainPolarity(polarity),
    articles: trainArticles(polarity.index),
  };
}

/** @param indexDir where the read and cut guide is kept between starts; null for nowhere */
export function createTrainable(
  regulations: readonly Regulation[],
  dir: string = builtInRegulationsDir,
  indexDir: string | null = null,
): Trainable {
  const jieba = Jieba.withDict(dict);
  const segment = (text: string): readonly string[] => jieba.cutForSearch(text, true);
  const expand = createTermExpander();
  const typed = new Map<string, QuestionType>();
  const typer = createQuestionTyper();
  const typeOf = (text: string): QuestionType => {
    const known = typed.get(text);
    if (known) return known;
    const type = typer(text);
    if (typed.size > 20_000) typed.clear();
    typed.set(text, type);
    return type;
  };
  const { book, cut } = openCutGuide(regulations, dir, indexDir, () => {
    const topics = gatherTopics(regulations, dir);
    return { book: topics, cut: cutTexts(topics, topicClauseText(regulations, topics), segment, expand) };
  });
  const index = createTopicIndex(book, cut);
  const canonicalBody = (who: string): string =>
    expand(who).find(({ term }) => /[局部门府委会]$/.test(term))?.term ?? who;
  const answerability: AnswerabilityParts = { index, cues: (question, point) => cuesOf(typeOf(question), point) };
  const clauseWords = book.topics.map(({ citations, regulation }) => {
    const holder = regulations.find(({ id }) => id === regulation);
    return holder ? citations.map((citation) => clauseText(holder, citation) ?? '').join('') : '';
  });
  const premiseOf: AnswerParts['premiseOf'] = (topic, claims) => {
    const point = book.topics[topic]?.point;
    return point ? falsePremise(claims, { point, clause: clauseWords[topic] ?? '', canonical: canonicalBody }) : null;
  };
  const polarity: PolarityParts = {
    index,
    typeOf,
    contradicts: (topic, question) => premiseOf(topic, typeOf(question).claims) !== null,
  };
  return {
    answerability,
    polarity,
    withLessons: (lessons, search) => ({
      hybrid: search.ranks,
      regulations,
      index,
      bagOf: (text) => weigh(terms(text, segment, expand), index.statistics),
      typeOf,
      notSaidOdds: notSaidOdds(answerability, lessons.answerability),
      noOdds: noOdds(polarity, lessons.polarity),
      premiseOf,
      articleOdds: articleProbabilities(lessons.articles),
      higherLaw: loadHigherLaw(),
    }),
  };
}

export interface AnswerPartsOptions extends TopicSearchOptions {
  /** Where the guide and its lessons lie. */
  readonly dir?: string;
}

/** Where no lessons are kept they are learnt at once, which takes some seconds; `npm run guide:train` keeps them. */
export async function createAnswerParts(
  regulations: readonly Regulation[],
  { dir = builtInRegulationsDir, ...options }: AnswerPartsOptions,
): Promise<AnswerParts> {
  const trainable = createTrainable(regulations, dir, options.indexDir ?? null);
  const { book } = trainable.answerability.index;
  const guided = regulations.find(({ id }) => existsSync(lessonsPath(dir, id)));
  const kept = guided ? readLessons(lessonsPath(dir, guided.id), book) : null;
  const search = await buildTopicSearch(regulations, book, options);
  return trainable.withLessons(kept?.lessons ?? learn(trainable), search);
}
