/** The one answer object: every path produces it, the proof check passes it, the store keeps it, channels render it. */
import { z } from 'zod';

export const outcomes = [
  'answered',
  'partly_answered',
  'not_covered',
  'out_of_scope',
  'clarify',
  'smalltalk',
  'not_permitted',
  'error',
] as const;
export const outcomeSchema = z.enum(outcomes);
export type Outcome = z.infer<typeof outcomeSchema>;

/** A clause and its verbatim words. */
export const proofSchema = z.object({
  /** Regulation id. */
  regulation: z.string(),
  /** Title for people. */
  title: z.string(),
  article: z.number().int().positive(),
  paragraph: z.number().int().positive().optional(),
  item: z.number().int().positive().optional(),
  /** A substring of the named clause, white space aside. */
  quote: z.string().min(1),
});
export type Proof = z.infer<typeof proofSchema>;

/** A remark that is not part of the regulation's answer: higher law, expiry, who can help. */
export const noteSchema = z.object({
  kind: z.enum(['higher_law', 'expiry', 'contact', 'understood_as', 'mode']),
  text: z.string(),
});
export type Note = z.infer<typeof noteSchema>;

/** A thing the person can do next; pressing it sends `say` as if typed. */
export const nextStepSchema = z.object({ title: z.string(), say: z.string() });
export type NextStep = z.infer<typeof nextStepSchema>;

export const answerSchema = z.object({
  outcome: outcomeSchema,
  /** One to three plain sentences; for a list, the sentence and then the items. */
  text: z.string(),
  proofs: z.array(proofSchema),
  /** Clauses shown as near but not as an answer. */
  nearest: z.array(proofSchema),
  notes: z.array(noteSchema),
  nextSteps: z.array(nextStepSchema),
  /** Reference number of an error. */
  reference: z.string().optional(),
});
export type Answer = z.infer<typeof answerSchema>;
