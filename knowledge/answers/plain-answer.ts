/** An answer that rests on no clause: a greeting, a refusal, a question back. */
import type { Answer, NextStep, Outcome } from './answer.ts';

export function plainAnswer(outcome: Outcome, text: string, nextSteps: readonly NextStep[] = []): Answer {
  return { outcome, text, proofs: [], nearest: [], notes: [], nextSteps: [...nextSteps] };
}
