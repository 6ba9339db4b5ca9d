/** The words of catalog search: those that only ask, those that are general, and sets that mean the same. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { fillerWords } from '#knowledge/search/filler-words.ts';

function read<T>(file: string, schema: z.ZodType<T>): T {
  return schema.parse(parse(readFileSync(new URL(file, import.meta.url), 'utf8')));
}

const { asking, general } = read('search-words.yaml', z.object({ asking: z.string(), general: z.string() }));

export const askingWords: ReadonlySet<string> = new Set([...asking.split(/\s+/), ...fillerWords]);
export const generalWords: ReadonlySet<string> = new Set(general.split(/\s+/));

const sets = read('catalog-words.yaml', z.array(z.array(z.union([z.string(), z.number()]).transform(String)).min(2)));

/** Word → the others of its sets. */
export const sameMeaning: ReadonlyMap<string, readonly string[]> = (() => {
  const others = new Map<string, string[]>();
  for (const set of sets) {
    const words = set.map((word) => word.toLowerCase());
    for (const word of words)
      others.set(word, [...new Set([...(others.get(word) ?? []), ...words.filter((other) => other !== word)])]);
  }
  return others;
})();

export const longestMeaning = Math.max(...[...sameMeaning.keys()].map((word) => word.length));
