/** The words that carry a question but not its subject; the list itself is data. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const listSchema = z.record(z.string(), z.string());

function read(): ReadonlySet<string> {
  const text = readFileSync(new URL('filler-words.yaml', import.meta.url), 'utf8');
  const groups = listSchema.parse(parse(text));
  return new Set(Object.values(groups).flatMap((words) => words.split(/\s+/).filter((word) => word !== '')));
}

export const fillerWords: ReadonlySet<string> = read();
