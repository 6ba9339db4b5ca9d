/** The regulation as duties: who must do what, on which trigger, by when, and what of the assistant serves it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { parse } from 'yaml';
import { z } from 'zod';

import { builtInRegulationsDir } from '#knowledge/corpus/load-regulations.ts';

import { flowNames } from './flows.ts';

export const dutySchema = z.strictObject({
  /** Unique: `<article>-<slug>`. */
  id: z.string().regex(/^\d{1,3}-[a-z0-9-]+$/),
  /** As printed: 第十六条第三款. */
  clause: z.string(),
  /** Names as the clause has them; empty where the clause binds nobody in particular. */
  who: z.array(z.string()),
  /** What is to be done or left, or what the clause settles. */
  must: z.string().min(4),
  /** What starts it. */
  trigger: z.string().min(2),
  /** The limit in the clause's own words; null where the text has none. */
  byWhen: z.string().nullable(),
  /** What shows that it was done. */
  evidence: z.string().min(2),
  servedBy: z.union([z.literal('answer only'), z.array(z.enum(flowNames)).min(1)]),
});
export type Duty = z.infer<typeof dutySchema>;

/** @returns rows in the order of the articles */
export function loadDuties(regulationId: string, dir: string = builtInRegulationsDir): readonly Duty[] {
  const file = join(dir, `${regulationId}.duties.yaml`);
  const parsed = z.array(dutySchema).safeParse(parse(readFileSync(file, 'utf8')));
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => `${z.core.toDotPath(issue.path)}: ${issue.message}`);
  throw new Error(`${file}:\n${problems.join('\n')}`);
}
