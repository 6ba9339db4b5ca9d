/** One line of `dates.jsonl`; the fields are explained in README.md beside it. */
import { z } from 'zod';

import { isIsoDate } from '#tools/deadlines/iso-date.ts';

const due = z.union([z.string().refine(isIsoDate), z.literal('ask'), z.literal('counts'), z.null()]);

export const dateCaseSchema = z.strictObject({
  id: z.string().regex(/^d\d{3}$/),
  q: z.string(),
  prev: z.array(z.string()).default([]),
  now: z.iso.datetime({ offset: true }),
  /** Several where a fair reader would take any of them. */
  due: z.union([due, z.array(due).min(1)]),
  must: z.array(z.string()).default([]),
});
export type DateCase = z.infer<typeof dateCaseSchema>;
