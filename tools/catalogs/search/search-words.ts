/** The words of catalog search: those that only ask, those that are general, and sets that mean the same. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { fillerWords } from '#knowledge/search/filler-words.ts';

function read<T>(file: string, schema: z.ZodType<T>): T {
  return schema.parse(parse(readFileSync(new URL(file, import.meta.url), 'utf8')));
}

const { asking, general, circumstances } = read(
  'search-words.yaml',
  z.object({ asking: z.string(), general: z.string(), circumstances: z.string() }),
);

export const askingWords: ReadonlySet<string> = new Set([...asking.split(/\s+/), ...fillerWords]);
export const generalWords: ReadonlySet<string> = new Set(general.split(/\s+/));
export const circumstanceWords: ReadonlySet<string> = new Set(circumstances.split(/\s+/));

const sets = read('catalog-words.yaml', z.array(z.array(z.union([z.string(), z.number()]).transform(String)).min(2)));

/** What people say → the words of catalogs for it. */
const layLines = ['lay-words.yaml', 'subject-words.yaml'].flatMap((file) =>
  read(file, z.array(z.record(z.string(), z.string()))),
);
const lay = layLines.flatMap((line) =>
  Object.entries(line).flatMap(([written, spoken]) =>
    spoken.split(' ').map((word): readonly [string, readonly string[]] => [word.toLowerCase(), written.split(' ')]),
  ),
);

/** Known subjects → words to look for as well: the others of its sets, and what catalogs write for it; none for some. */
export const sameMeaning: ReadonlyMap<string, readonly string[]> = (() => {
  const others = new Map<string, string[]>();
  for (const set of sets) {
    const words = set.map((word) => word.toLowerCase());
    for (const word of words)
      others.set(word, [...new Set([...(others.get(word) ?? []), ...words.filter((other) => other !== word)])]);
  }
  for (const [word, written] of lay)
    others.set(word, [...new Set([...(others.get(word) ?? []), ...written.filter((other) => other !== word)])]);
  // What catalogs call a subject is one word of a search as well (临时救助 is not any 救助).
  for (const [, written] of lay)
    for (const word of written) if (word.length > 2 && !others.has(word)) others.set(word, []);
  return others;
})();

export const longestMeaning = Math.max(...[...sameMeaning.keys()].map((word) => word.length));
