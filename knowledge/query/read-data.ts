/** Reads one of this folder's data files and checks its shape, so that a slip in a list fails at start and names its file. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { z } from 'zod';

export function readData<S extends z.ZodType>(file: string, schema: S): z.infer<S> {
  const content: unknown = parse(readFileSync(new URL(file, import.meta.url), 'utf8'));
  const checked = schema.safeParse(content);
  if (!checked.success) throw new Error(`knowledge/query/${file} is malformed: ${checked.error.message}`);
  return checked.data;
}
