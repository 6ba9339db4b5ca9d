/** One line of `answers.jsonl`; the fields are explained in README.md beside it. */
import { z } from 'zod';
import { outcomeSchema } from '#knowledge/answers/answer.ts';

export const answerCaseSchema = z.strictObject({
  id: z.string().regex(/^[abu]\d{3,4}$/),
  q: z.string(),
  prev: z.array(z.string()).default([]),
  style: z.string(),
  outcome: z.union([outcomeSchema, z.array(outcomeSchema).min(1)]),
  gold: z.array(z.string()).default([]),
  also: z.array(z.string()).default([]),
  near: z.array(z.string()).default([]),
  must: z.array(z.string()).default([]),
  mustNot: z.array(z.string()).default([]),
  head: z.string().optional(),
});
export type AnswerCase = z.infer<typeof answerCaseSchema>;
