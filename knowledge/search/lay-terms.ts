/** Everyday words with the words legislation uses for the same thing; the list itself is data. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { foldForSearch } from './fold-for-search.ts';

export interface LayTerm {
  /** Words of a question, found in it as substrings. */
  readonly said: readonly string[];
  /** What a text may call it instead. */
  readonly written: readonly string[];
}

export interface LayTermFound {
  /** The words the question used. */
  readonly said: string;
  /** Other words for it, none of which stands in the question. */
  readonly written: readonly string[];
}

/** On the right of a line: the words on the left stand for one another. */
const sameWords = '=';
const fileSchema = z.record(z.string(), z.record(z.string(), z.string()));

function wordsOf(line: string): string[] {
  return line
    .split(/\s+/)
    .filter((word) => word !== '')
    .map(foldForSearch);
}

function read(): readonly LayTerm[] {
  const sections = fileSchema.parse(parse(readFileSync(new URL('lay-terms.yaml', import.meta.url), 'utf8')));
  return Object.values(sections).flatMap((section) =>
    Object.entries(section).map(([said, written]) => ({
      said: wordsOf(said),
      written: wordsOf(written.trim() === sameWords ? said : written),
    })),
  );
}

export const layTerms: readonly LayTerm[] = read();

/** A term said inside a longer one that was also found is not meant: 车位 is not 车. */
export function findLayTerms(folded: string, terms: readonly LayTerm[] = layTerms): LayTermFound[] {
  const found: LayTermFound[] = [];
  for (const term of terms) {
    let said = '';
    for (const word of term.said) if (word.length > said.length && folded.includes(word)) said = word;
    if (said === '') continue;
    const written = term.written.filter((word) => !folded.includes(word));
    if (written.length > 0) found.push({ said, written });
  }
  return found.filter(({ said }) => !found.some((other) => other.said.length > said.length && other.said.includes(said)));
}
