/** Reads one of this folder's data files and checks its shape, so that a slip in a list fails at start and names its file. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { z } from 'zod';

/** Several readers share a file (the question types, the synonyms): each file is parsed once. */
const parsed = new Map<string, unknown>();

export function readData<S extends z.ZodType>(file: string, schema: S): z.infer<S> {
  const content: unknown = parsed.get(file) ?? parse(readFileSync(new URL(file, import.meta.url), 'utf8'));
  parsed.set(file, content);
  const checked = schema.safeParse(content);
  if (!checked.success) throw new Error(`knowledge/query/${file} is malformed: ${checked.error.message}`);
  return checked.data;
}
