/** Reads one citation that makes up the whole text: 第二十二条第三款第(二)项. */
import type { Place } from './citation.ts';
import { findCitations } from './find-citations.ts';

/** @returns undefined when the text is anything else, or names more than one place */
export function parseCitation(text: string): Place | undefined {
  const words = text.trim();
  const [citation, ...others] = findCitations(words);
  const [place, ...more] = citation?.places ?? [];
  if (!citation || others.length > 0 || more.length > 0) return undefined;
  return citation.start === 0 && citation.end === words.length ? place : undefined;
}
