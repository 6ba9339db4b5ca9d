/** Answers any question in words: dates by the clock, rules by the regulation, and every rule proof-checked on its way out. */
import { join } from 'node:path';
import { LRUCache } from 'lru-cache';
import type { Answer } from '#knowledge/answers/answer.ts';
import { type AskContext, createAnswerer } from '#knowledge/answers/create-answerer.ts';
import { addedRegulationsDir, builtInRegulationsDir, loadRegulations } from '#knowledge/corpus/load-regulations.ts';
import type { Regulation } from '#knowledge/corpus/regulation.ts';
import { checkAnswer } from '#knowledge/proof/check-answer.ts';
import { loadCalendar } from '#tools/deadlines/calendar/load-calendar.ts';
import { loadLimits } from '#tools/deadlines/load-limits.ts';
import { readDateQuestion } from '#tools/deadlines/words/read-date-question.ts';
import { answerDateQuestion } from './dialogue/date-question/answer-date-question.ts';

export interface Ask {
  (question: string, context: AskContext): Promise<Answer>;
  /** What somebody typed, as it is understood: pinyin and English as Chinese, slips put right. */
  readonly read: (text: string) => string;
}

/** Answers kept: the same few questions are asked all day, and an answer depends on nothing but the key. */
const KEPT = 2_000;
const LONGEST_KEY = 4_000;

/** @param dataDir holds the indexes and the notices that an operator entered; null: nothing is kept, only what comes with the program counts */
export async function answererFor(regulations: readonly Regulation[], dataDir: string | null): Promise<Ask> {
  const answerer = await createAnswerer(regulations, {
    embedder: 'built-in',
    ...(dataDir === null ? {} : { indexDir: join(dataDir, 'index') }),
  });
  const calendar = loadCalendar(dataDir);
  const limits = loadLimits();
  const kept = new LRUCache<string, Answer>({ max: KEPT });

  const answer = async (question: string, { previous, now }: AskContext): Promise<Answer> => {
    const dates = readDateQuestion(answerer.read(question), { now, calendar, prev: [...previous] });
    // The clock's sentences hold days that no clause names; its quotes are the limits' own.
    if (dates) return answerDateQuestion(dates, { limits, calendar, now, regulations });
    return checkAnswer(await answerer.answer(question, { previous, now }), { regulations, question }).answer;
  };

  const ask = async (question: string, context: AskContext): Promise<Answer> => {
    const key = JSON.stringify([question, context.previous, context.now.toISOString().slice(0, 10)]);
    const known = kept.get(key);
    if (known) return known;
    const made = await answer(question, context);
    if (key.length < LONGEST_KEY) kept.set(key, made);
    return made;
  };
  return Object.assign(ask, { read: answerer.read });
}

/** Takes a second or so: the index is built here. */
export async function openAnswerer(dataDir: string): Promise<Ask> {
  return await answererFor(loadRegulations([builtInRegulationsDir, addedRegulationsDir(dataDir)]), dataDir);
}
