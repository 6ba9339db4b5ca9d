/** Answers any question in words from the regulation, every answer proof-checked on its way out. */
import { addedRegulationsDir, builtInRegulationsDir, loadRegulations } from '#knowledge/corpus/load-regulations.ts';
import type { Answer } from '#knowledge/answers/answer.ts';
import { type AskContext, createAnswerer } from '#knowledge/answers/create-answerer.ts';
import type { Regulation } from '#knowledge/corpus/regulation.ts';
import { checkAnswer } from '#knowledge/proof/check-answer.ts';
import { LRUCache } from 'lru-cache';

export type Ask = (question: string, context: AskContext) => Promise<Answer>;

/** Answers kept: the same few questions are asked all day, and an answer depends on nothing but the key. */
const KEPT = 2_000;

export async function answererFor(regulations: readonly Regulation[]): Promise<Ask> {
  const answerer = await createAnswerer(regulations);
  const kept = new LRUCache<string, Answer>({ max: KEPT });
  return async (question, context) => {
    const key = JSON.stringify([question, context.previous, context.now.toISOString().slice(0, 10)]);
    const known = kept.get(key);
    if (known) return known;
    const { answer } = checkAnswer(await answerer.answer(question, context), { regulations, question });
    if (key.length < 4_000) kept.set(key, answer);
    return answer;
  };
}

/** Takes a second or so: the index is built here. */
export async function openAnswerer(dataDir: string): Promise<Ask> {
  return await answererFor(loadRegulations([builtInRegulationsDir, addedRegulationsDir(dataDir)]));
}
