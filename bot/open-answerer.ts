/** Answers any question in words: dates by the clock, rules by the regulation, and every answer proof-checked on its way out. */
import { addedRegulationsDir, builtInRegulationsDir, loadRegulations } from '#knowledge/corpus/load-regulations.ts';
import type { Answer } from '#knowledge/answers/answer.ts';
import { createAnswerer } from '#knowledge/answers/create-answerer.ts';
import type { Regulation } from '#knowledge/corpus/regulation.ts';
import { checkAnswer } from '#knowledge/proof/check-answer.ts';

/** @param previous earlier questions of the same conversation, oldest first */
export type Ask = (question: string, previous: readonly string[]) => Answer;

export function answererFor(regulations: readonly Regulation[], now: () => Date): Ask {
  const answerer = createAnswerer(regulations);
  return (question, previous) => {
    const answer = answerer.answer(question, { previous, now: now() });
    return checkAnswer(answer, { regulations, question }).answer;
  };
}

/** Takes a second or so: the index is built here. */
export function openAnswerer(dataDir: string, now: () => Date): Ask {
  return answererFor(loadRegulations([builtInRegulationsDir, addedRegulationsDir(dataDir)]), now);
}
