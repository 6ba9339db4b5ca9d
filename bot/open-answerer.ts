/** Answers any question in words: dates by the clock, rules by the regulation, and every rule proof-checked on its way out. */
import { join } from 'node:path';
import { LRUCache } from 'lru-cache';
import type { Answer, Proof } from '#knowledge/answers/answer.ts';
import { type AskContext, createAnswerer } from '#knowledge/answers/create-answerer.ts';
import { likelyClauses } from '#knowledge/answers/likely-clauses.ts';
import { addedRegulationsDir, builtInRegulationsDir, loadRegulations } from '#knowledge/corpus/load-regulations.ts';
import type { Embedder } from '#knowledge/search/embedder.ts';
import type { Log } from './log.ts';
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
  /** Resolves once the endpoint's vectors are in use, or known not to come. */
  readonly swapped: Promise<void>;
  /** Whether the clock answers it rather than the text. */
  readonly isDated: (question: string, context: AskDated) => Promise<boolean>;
  /** The clauses a question may be about, likeliest first. */
  readonly clauses: (question: string, most: number) => Promise<readonly Proof[]>;
}

/** Answers kept: the same few questions are asked all day, and an answer depends on nothing but the key. */
const KEPT = 2_000;
const LONGEST_KEY = 4_000;

export interface AnswererOptions {
  /** Vectors of an endpoint instead of the built-in ones: used once the index of them is built, behind everything else. */
  readonly embedder?: Embedder;
  readonly log?: Pick<Log, 'info' | 'warn'>;
}

/** @param dataDir holds the indexes; null: nothing is kept */
export async function answererFor(
  regulations: readonly Regulation[],
  dataDir: string | null,
  { embedder, log }: AnswererOptions = {},
): Promise<Ask> {
  const indexDir = dataDir === null ? {} : { indexDir: join(dataDir, 'index') };
  let answerer = await createAnswerer(regulations, { embedder: 'built-in', ...indexDir });
  // Until then, and when the endpoint fails, the built-in vectors serve.
  const swapped =
    embedder === undefined
      ? Promise.resolve()
      : createAnswerer(regulations, {
          embedder,
          onFault: ({ message }) => log?.warn({ message }, 'searched without vectors'),
          ...(dataDir === null ? {} : { indexDir: join(dataDir, 'index', 'endpoint') }),
        }).then(
          (better) => {
            answerer = better;
            kept.clear();
            log?.info({ embedder: embedder.id }, 'the index of the endpoint is in use');
          },
          (error: unknown) =>
            log?.warn({ err: error }, 'the index of the endpoint was not built; the built-in one serves'),
        );
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
    read: (text: string) => answerer.read(text),
    swapped,
    isDated: async (question: string, context: AskDated) => (await dated(question, context)) !== null,
    clauses: (question: string, most: number) => likelyClauses(answerer.parts, answerer.read(question), most),
  });
}

/** Takes a second or so: the index is built here. */
export async function openAnswerer(dataDir: string): Promise<Ask> {
  return await answererFor(loadRegulations([builtInRegulationsDir, addedRegulationsDir(dataDir)]), dataDir);
}
