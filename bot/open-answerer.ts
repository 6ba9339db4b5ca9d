/** Answers any question in words from the regulation, every answer proof-checked on its way out. */
import { addedRegulationsDir, builtInRegulationsDir, loadRegulations } from '#knowledge/corpus/load-regulations.ts';
import type { Answer } from '#knowledge/answers/answer.ts';
import { type AskContext, createAnswerer } from '#knowledge/answers/create-answerer.ts';
import type { Regulation } from '#knowledge/corpus/regulation.ts';
import { checkAnswer } from '#knowledge/proof/check-answer.ts';

export type Ask = (question: string, context: AskContext) => Promise<Answer>;

export async function answererFor(regulations: readonly Regulation[]): Promise<Ask> {
  const answerer = await createAnswerer(regulations);
  return async (question, context) => {
    const answer = await answerer.answer(question, context);
    return checkAnswer(answer, { regulations, question }).answer;
  };
}

/** Takes a second or so: the index is built here. */
export async function openAnswerer(dataDir: string): Promise<Ask> {
  return await answererFor(loadRegulations([builtInRegulationsDir, addedRegulationsDir(dataDir)]));
}
