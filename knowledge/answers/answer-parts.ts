/** Builds what the one-question answerer works with from the regulations and their guide. */
import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import { builtInRegulationsDir } from '../corpus/load-regulations.ts';
import type { Regulation } from '../corpus/regulation.ts';
import { createTermExpander } from '../query/expand-terms.ts';
import { createQuestionTyper, type QuestionType } from '../query/question-type.ts';
import { type Answerability, type AnswerabilityParts, notSaidOdds, trainAnswerability } from './answerability.ts';
import { answerabilityPath, readAnswerability } from './answerability-file.ts';
import type { AnswerParts } from './answer-one.ts';
import { gatherTopics, topicClauseText } from './guided-topics.ts';
import { loadHigherLaw } from './higher-law.ts';
import { terms, weigh } from './term-bag.ts';
import { createTopicIndex } from './topic-index.ts';

export interface TrainableParts {
  readonly parts: AnswerParts;
  readonly trainable: AnswerabilityParts;
}

function cuesOf(type: QuestionType): readonly string[] {
  return [
    ...type.wants.map((want) => `wants:${want}`),
    `shape:${type.shapes[0] ?? 'statement'}`,
    ...(type.claims.length > 0 ? ['claims'] : []),
  ];
}

/** Without a trained file the weights are learnt at once, which takes some seconds; the file is made by `npm run guide:train`. */
function weightsFor(trainable: AnswerabilityParts, dir: string, regulations: readonly Regulation[]): Answerability {
  const [main] = regulations;
  const kept = main ? readAnswerability(answerabilityPath(dir, main.id), trainable.index.book) : null;
  return kept ?? trainAnswerability(trainable);
}

export function createTrainableParts(regulations: readonly Regulation[]): Omit<TrainableParts, 'parts'> & {
  readonly withWeights: (weights: Answerability) => AnswerParts;
} {
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
  const book = gatherTopics(regulations);
  const index = createTopicIndex(book, topicClauseText(regulations, book), segment, expand);
  const trainable: AnswerabilityParts = { index, cues: (question) => cuesOf(typeOf(question)) };
  return {
    trainable,
    withWeights: (weights) => ({
      regulations,
      index,
      bagOf: (text) => weigh(terms(text, segment, expand), index.statistics),
      typeOf,
      notSaidOdds: notSaidOdds(trainable, weights),
      higherLaw: loadHigherLaw(),
      canonicalBody: (who) => expand(who).find(({ term }) => /[局部门府委会]$/.test(term))?.term ?? who,
    }),
  };
}

export function createAnswerParts(regulations: readonly Regulation[], dir: string = builtInRegulationsDir): AnswerParts {
  const { trainable, withWeights } = createTrainableParts(regulations);
  return withWeights(weightsFor(trainable, dir, regulations));
}
