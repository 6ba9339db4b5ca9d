/** "为什么要填这个": the reason in plain words and the clause, word for word. */
import { answerReply } from '#bot/delivery/plain-text.ts';
import type { Answer } from '#knowledge/answers/answer.ts';
import { fieldOf, type Form } from '../forms/form.ts';
import type { Turn } from '../turn.ts';
import { wording } from '../wording.ts';

/** @returns false when there is no field to speak of */
export function why(turn: Turn, form: Form, name: string | null): boolean {
  const field = fieldOf(form, name ?? '');
  if (!field) return false;
  const { label, why: reason = null, article, example, hint } = field.meta;
  const proof = article === undefined ? null : turn.parts.clauseOf(article);
  const because =
    proof && article !== undefined ? wording.why(label, reason, article) : wording.whyWithoutClause(label, reason);
  const text = `${because}${hint ?? (example === undefined ? '' : wording.forExample(example))}`;
  const answer: Answer = {
    outcome: proof ? 'answered' : 'not_covered',
    text,
    proofs: proof ? [proof] : [],
    nearest: [],
    notes: [],
    nextSteps: [],
  };
  turn.replies.push(answerReply(answer));
  turn.digressed = true;
  return true;
}
