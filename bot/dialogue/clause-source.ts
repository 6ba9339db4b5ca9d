/** Looks up the words of a clause in the regulation, for reasons given in the chat. */
import type { Proof } from '#knowledge/answers/answer.ts';
import { parseCitation } from '#knowledge/citations/parse-citation.ts';
import { resolveCitation } from '#knowledge/citations/resolve-citation.ts';
import type { Regulation } from '#knowledge/corpus/regulation.ts';
import type { ClauseOf } from './parts.ts';

/** @param regulations the city's own first: that is the one meant where none is named */
export function createClauseSource(regulations: readonly Regulation[]): ClauseOf {
  const [own] = regulations;
  return (article): Proof | null => {
    const place = parseCitation(article);
    if (!place || !own) return null;
    const resolved = resolveCitation(place, own);
    return resolved.found ? { ...resolved.citation, title: own.title, quote: resolved.text } : null;
  };
}
