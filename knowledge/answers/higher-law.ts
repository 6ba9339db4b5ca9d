/** Where higher law is stricter than the clause an answer rests on: one line, marked as outside the regulation. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Citation } from '#knowledge/citations/citation.ts';
import { parseCitation } from '#knowledge/citations/parse-citation.ts';
import { pointKindSchema } from '#knowledge/guide/guide.ts';
import type { Note } from './answer.ts';
import type { Topic } from './topics.ts';

const rowSchema = z.strictObject({
  id: z.string(),
  instrument: z.string(),
  number: z.string(),
  article: z.int().positive(),
  inForceFrom: z.iso.date(),
  clauses: z.array(z.string()).min(1),
  about: z.array(pointKindSchema),
  words: z.array(z.string()).default([]),
  limit: z
    .strictObject({
      days: z.int().optional(),
      years: z.int().optional(),
      unit: z.string().optional(),
      extension: z.int().optional(),
    })
    .optional(),
  stricter: z.boolean(),
  line: z.string(),
});
export type HigherRule = z.infer<typeof rowSchema>;

const FILE = new URL('../higher-law/higher-law.yaml', import.meta.url);

export function loadHigherLaw(): readonly HigherRule[] {
  return z.array(rowSchema).parse(parse(readFileSync(FILE, 'utf8')));
}

function touches(clause: string, citation: Citation): boolean {
  const place = parseCitation(clause);
  if (!place || place.article !== citation.article) return false;
  return place.paragraph === undefined || citation.paragraph === undefined || place.paragraph === citation.paragraph;
}

/**
 * Lines for a topic: those whose clause it cites and whose kind of matter it is, or whose words the question uses.
 * @param day ISO date of asking; rules not yet in force are left out
 */
export function higherLawNotes(
  rules: readonly HigherRule[],
  topic: Topic,
  question: string,
  day: string,
): readonly Note[] {
  return rules
    .filter(({ inForceFrom, stricter }) => stricter && inForceFrom <= day)
    .filter(({ clauses }) => clauses.some((clause) => topic.citations.some((citation) => touches(clause, citation))))
    .filter(({ about, words }) => {
      const named = words.some((word) => question.includes(word));
      return words.length === 0
        ? about.includes(topic.point.kind)
        : named && (about.length === 0 || about.includes(topic.point.kind));
    })
    .map(({ line }) => ({ kind: 'higher_law', text: line }));
}
