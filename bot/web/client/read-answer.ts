/** Reads an answer from what a message carries; null when it is none, so that the message's text is shown instead. */
import type { Answer, NextStep, Note, Outcome, Proof } from '#knowledge/answers/answer.ts';
import { count, each, fields, text } from './read-value.ts';
import { noteLabels, outcomeLabels } from './wording.ts';

export function readAnswer(value: unknown): Answer | null {
  const from = fields(value);
  const words = text(from?.['text']);
  const outcome = text(from?.['outcome']);
  if (!from || words === null || !isOutcome(outcome)) return null;
  const reference = text(from['reference']);
  return {
    outcome,
    text: words,
    proofs: [...each(from['proofs'], readProof)],
    nearest: [...each(from['nearest'], readProof)],
    notes: [...each(from['notes'], readNote)],
    nextSteps: [...each(from['nextSteps'], readNextStep)],
    ...(reference !== null && { reference }),
  };
}

function readProof(value: unknown): Proof | null {
  const from = fields(value);
  const regulation = text(from?.['regulation']);
  const article = count(from?.['article']);
  const quote = text(from?.['quote']);
  if (!from || !regulation || article === undefined || !quote) return null;
  const [paragraph, item] = [count(from['paragraph']), count(from['item'])];
  return {
    regulation,
    title: text(from['title']) ?? '',
    article,
    quote,
    ...(paragraph !== undefined && { paragraph }),
    ...(item !== undefined && { item }),
  };
}

function readNote(value: unknown): Note | null {
  const from = fields(value);
  const [kind, words] = [text(from?.['kind']), text(from?.['text'])];
  return isNoteKind(kind) && words ? { kind, text: words } : null;
}

function readNextStep(value: unknown): NextStep | null {
  const from = fields(value);
  const [title, say] = [text(from?.['title']), text(from?.['say'])];
  return title && say ? { title, say } : null;
}

function isOutcome(value: string | null): value is Outcome {
  return value !== null && Object.hasOwn(outcomeLabels, value);
}

function isNoteKind(value: string | null): value is Note['kind'] {
  return value !== null && Object.hasOwn(noteLabels, value);
}
