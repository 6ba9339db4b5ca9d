/** Other words for what a question says: everyday words in the words of legislation, and words that stand for one another. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { foldForSearch } from './fold-for-search.ts';

/** Words a question may use, and what a text may use instead. */
export interface Substitution {
  readonly said: readonly string[];
  readonly written: readonly string[];
}

export interface SubstitutesFound {
  /** The longest of the words that the question used. */
  readonly said: string;
  /** Other words for it, none of which stands in the question. */
  readonly written: readonly string[];
}

function read<T>(file: string, schema: z.ZodType<T>): T {
  return schema.parse(parse(readFileSync(new URL(file, import.meta.url), 'utf8')));
}

function wordsOf(line: string): string[] {
  return line
    .split(/\s+/)
    .filter((word) => word !== '')
    .map(foldForSearch);
}

const laySchema = z.record(z.string(), z.record(z.string(), z.string()));
const nearSchema = z.record(z.string(), z.array(z.string()));

/** 老板 → 用人单位: everyday words and the words legislation uses. */
export const layTerms: readonly Substitution[] = Object.values(read('lay-terms.yaml', laySchema)).flatMap((section) =>
  Object.entries(section).map(([said, written]) => ({ said: wordsOf(said), written: wordsOf(written) })),
);

/** 返还, 退还, 归还: words of one register that stand for one another. */
export const nearWords: readonly Substitution[] = Object.values(read('near-words.yaml', nearSchema))
  .flat()
  .map((line) => ({ said: wordsOf(line), written: wordsOf(line) }));

/** A word said inside a longer one that was also found is not meant: 车位 is not 车. */
export function findSubstitutes(folded: string, list: readonly Substitution[]): SubstitutesFound[] {
  const found: SubstitutesFound[] = [];
  for (const substitution of list) {
    let said = '';
    for (const word of substitution.said) if (word.length > said.length && folded.includes(word)) said = word;
    if (said === '') continue;
    const written = substitution.written.filter((word) => !folded.includes(word));
    if (written.length > 0) found.push({ said, written });
  }
  return found.filter(
    ({ said }) => !found.some((other) => other.said.length > said.length && other.said.includes(said)),
  );
}
