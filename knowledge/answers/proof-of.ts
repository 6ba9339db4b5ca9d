/** Makes proofs: a clause and its verbatim words, as fine as the words allow. */
import type { Citation } from '#knowledge/citations/citation.ts';
import { clauseText } from '#knowledge/corpus/clause-text.ts';
import type { Regulation } from '#knowledge/corpus/regulation.ts';
import type { Proof } from './answer.ts';

const bare = (text: string): string => text.replace(/\s+/g, '');

/** Whether the words stand in the place named, white space aside. */
export function standsIn(regulation: Regulation, place: Citation, quote: string): boolean {
  const text = clauseText(regulation, place);
  return text !== undefined && quote !== '' && bare(text).includes(bare(quote));
}

/** Narrows an article to the paragraph that holds the words, where the article has several. */
function narrowed(regulation: Regulation, citation: Citation, quote: string): Citation {
  const article = regulation.articles.find(({ number }) => number === citation.article);
  if (!article || citation.paragraph !== undefined || citation.item !== undefined || article.paragraphs.length < 2)
    return citation;
  const holder = article.paragraphs.find(({ number }) =>
    standsIn(regulation, { ...citation, paragraph: number }, quote),
  );
  return holder ? { ...citation, paragraph: holder.number } : citation;
}

export function proofOf(regulation: Regulation, citation: Citation, quote: string): Proof {
  const { article, paragraph, item } = narrowed(regulation, citation, quote);
  return {
    regulation: regulation.id,
    title: regulation.title,
    article,
    ...(paragraph === undefined ? {} : { paragraph }),
    ...(item === undefined ? {} : { item }),
    quote,
  };
}

/** One proof a quote, each under the first of the clauses, from its own position on, that holds it. */
export function proofsOf(regulation: Regulation, citations: readonly Citation[], quotes: readonly string[]): Proof[] {
  let from = 0;
  return quotes.flatMap((quote) => {
    const order = [...citations.slice(from), ...citations.slice(0, from)];
    const holder = order.find((citation) => standsIn(regulation, citation, quote));
    if (!holder) return [];
    from = citations.indexOf(holder);
    return [proofOf(regulation, holder, quote)];
  });
}

/** The whole text of a place as its own proof. */
export function wholeProof(regulation: Regulation, citation: Citation): Proof | null {
  const text = clauseText(regulation, citation);
  return text === undefined ? null : proofOf(regulation, citation, text);
}
