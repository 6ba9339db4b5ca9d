/** Answers any question in words: dates by the clock, rules by the regulation, and every rule proof-checked on its way out. */
import { join } from 'node:path';
import { LRUCache } from 'lru-cache';
import type { Answer, Proof } from '#knowledge/answers/answer.ts';
import { type AskContext, createAnswerer } from '#knowledge/answers/create-answerer.ts';
import { likelyClauses } from '#knowledge/answers/likely-clauses.ts';
import { addedRegulationsDir, builtInRegulationsDir, loadRegulations } from '#knowledge/corpus/load-regulations.ts';
import type { Regulation } from '#knowledge/corpus/regulation.ts';
import { checkAnswer } from '#knowledge/proof/check-answer.ts';
import { changshaDay } from '#tools/deadlines/changsha-day.ts';
import type { Calendar } from '#tools/deadlines/calendar/calendar.ts';
import { loadCalendar } from '#tools/deadlines/calendar/load-calendar.ts';
import { loadLimits } from '#tools/deadlines/load-limits.ts';
import { readDateQuestion } from '#tools/deadlines/words/read-date-question.ts';
import { answerDateQuestion } from './dialogue/date-question/answer-date-question.ts';

export interface AskDated extends AskContext {
  /** The calendar as it stands now, asked for where the question is about days; default: what comes with the program. */
  readonly calendar?: () => Promise<Calendar>;
}

export interface Ask {
  (question: string, context: AskDated): Promise<Answer>;
  /** What somebody typed, as it is understood: pinyin and English as Chinese, slips put right. */
  readonly read: (text: string) => string;
  /** Whether the clock answers it rather than the text. */
  readonly isDated: (question: string, context: AskDated) => Promise<boolean>;
  /** The clauses a question may be about, likeliest first. */
  readonly clauses: (question: string, most: number) => Promise<readonly Proof[]>;
}

/** Answers kept: the same few questions are asked all day, and an answer depends on nothing but the key. */
const KEPT = 2_000;
const LONGEST_KEY = 4_000;

/** @param dataDir holds the indexes; null: nothing is kept */
export async function answererFor(regulations: readonly Regulation[], dataDir: string | null): Promise<Ask> {
  const answerer = await createAnswerer(regulations, {
    embedder: 'built-in',
    ...(dataDir === null ? {} : { indexDir: join(dataDir, 'index') }),
  });
  const limits = loadLimits();
  const kept = new LRUCache<string, Answer>({ max: KEPT });
  const builtIn = loadCalendar(null);

  /** Null: the question is not about days. Never kept: a notice may be entered at any moment. */
  const dated = async (question: string, { previous, now, calendar }: AskDated): Promise<Answer | null> => {
    const text = answerer.read(question);
    const read = (known: Calendar) => readDateQuestion(text, { now, calendar: known, prev: [...previous] });
    // Hardly any question is about days; only for those the store is asked what has been announced since.
    const first = read(builtIn);
    if (first === null) return null;
    const known = calendar ? await calendar() : builtIn;
    const dates = known === builtIn ? first : read(known);
    // The clock's sentences hold days that no clause names; its quotes are the limits' own.
    return dates && answerDateQuestion(dates, { limits, calendar: known, now, regulations });
  };

  const ask = async (question: string, context: AskDated): Promise<Answer> => {
    const { previous, now } = context;
    const key = JSON.stringify([question, previous, changshaDay(now)]);
    // What is kept was found not to be about days.
    const known = kept.get(key);
    if (known) return known;
    const dates = await dated(question, context);
    if (dates) return dates;
    const made = checkAnswer(await answerer.answer(question, { previous, now }), { regulations, question }).answer;
    if (key.length < LONGEST_KEY) kept.set(key, made);
    return made;
  };
  return Object.assign(ask, {
    read: answerer.read,
    isDated: async (question: string, context: AskDated) => (await dated(question, context)) !== null,
    clauses: (question: string, most: number) => likelyClauses(answerer.parts, answerer.read(question), most),
  });
}

/** Takes a second or so: the index is built here. */
export async function openAnswerer(dataDir: string): Promise<Ask> {
  return await answererFor(loadRegulations([builtInRegulationsDir, addedRegulationsDir(dataDir)]), dataDir);
}
