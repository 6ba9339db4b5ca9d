/** Whether words are the very words of the clause named, white space aside. */
import { withoutWhiteSpace } from '#knowledge/corpus/body-digest.ts';
import { clauseText, type ClausePlace } from '#knowledge/corpus/clause-text.ts';
import type { Regulation } from '#knowledge/corpus/regulation.ts';

/** A quote that begins behind one of these says the opposite of the clause. */
const negation = /(?:不|未|非|无|勿|严禁|禁止|不得|不予|不宜|未经)$/;

export type QuoteStanding = 'stands' | 'no_such_clause' | 'other_words' | 'negation_cut_off';

/** @param place the article, the paragraph or the item that has to hold the words */
export function quoteStanding(regulation: Regulation | undefined, place: ClausePlace, quote: string): QuoteStanding {
  const clause = regulation && clauseText(regulation, place);
  if (clause === undefined) return 'no_such_clause';
  const text = withoutWhiteSpace(clause);
  const words = withoutWhiteSpace(quote);
  if (words === '') return 'other_words';
  let standing: QuoteStanding = 'other_words';
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    if (!negation.test(text.slice(0, at))) return 'stands';
    standing = 'negation_cut_off';
  }
  return standing;
}
