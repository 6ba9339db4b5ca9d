/** Looks a citation up in a regulation: its verbatim text, or which level does not exist and how far the numbers go. */
import { clauseText } from '#knowledge/corpus/clause-text.ts';
import type { Regulation } from '#knowledge/corpus/regulation.ts';

import type { Citation, Place } from './citation.ts';

export type ResolvedCitation =
  | { readonly found: true; readonly citation: Citation; readonly text: string }
  | {
      readonly found: false;
      readonly citation: Citation;
      readonly missing: 'article' | 'paragraph' | 'item';
      /** The numbers there are run from 1 to this; 0 when there are none. */
      readonly last: number;
    };

export function resolveCitation({ article: number, paragraph, item }: Place, regulation: Regulation): ResolvedCitation {
  const citation: Citation = {
    regulation: regulation.id,
    article: number,
    ...(paragraph === undefined ? {} : { paragraph }),
    ...(item === undefined ? {} : { item }),
  };
  const missing = (level: 'article' | 'paragraph' | 'item', last: number): ResolvedCitation => ({
    found: false,
    citation,
    missing: level,
    last,
  });
  const article = regulation.articles.find((one) => one.number === number);
  if (!article) return missing('article', regulation.articles.length);
  if (paragraph !== undefined && !article.paragraphs.some((one) => one.number === paragraph))
    return missing('paragraph', article.paragraphs.length);
  const text = clauseText(regulation, citation);
  if (text !== undefined) return { found: true, citation, text };
  const among = article.paragraphs.filter((one) => paragraph === undefined || one.number === paragraph);
  return missing('item', Math.max(...among.map(({ items }) => items.length)));
}
