/** Answers a question that names its article: what a clause says, or that there is no such clause. */
import { toChineseNumeral } from '#knowledge/citations/chinese-numeral.ts';
import type { Place } from '#knowledge/citations/citation.ts';
import { formatCitation } from '#knowledge/citations/format-citation.ts';
import { resolveCitation } from '#knowledge/citations/resolve-citation.ts';
import type { Regulation } from '#knowledge/corpus/regulation.ts';
import type { Answer, Proof } from './answer.ts';
import { wholeProof } from './proof-of.ts';
import { wording } from './wording.ts';

/** Articles shown in full in one answer; beyond it only the first are. */
const MOST = 4;

function missingText(
  regulation: Regulation,
  place: Place,
  level: 'article' | 'paragraph' | 'item',
  last: number,
): string {
  const asked = formatCitation(place);
  if (level === 'article') return wording.noSuchArticle(regulation.title, asked, last);
  const holder = formatCitation({
    article: place.article,
    ...(level === 'item' && place.paragraph !== undefined ? { paragraph: place.paragraph } : {}),
  });
  const part = level === 'paragraph' ? '款' : '项';
  return wording.noSuchPart(asked, last === 0 ? `${holder}不分${part}` : `${holder}一共${last}${part}`);
}

/** What the article does say, paragraph by paragraph. */
function paragraphProofs(regulation: Regulation, number: number): Proof[] {
  const article = regulation.articles.find((one) => one.number === number);
  return (article?.paragraphs ?? []).flatMap(
    ({ number: paragraph }) =>
      wholeProof(regulation, {
        regulation: regulation.id,
        article: number,
        ...(article && article.paragraphs.length > 1 ? { paragraph } : {}),
      }) ?? [],
  );
}

/** The words of each place asked for; `not_covered` when none of them exists. */
export function clauseAnswer(regulation: Regulation, places: readonly Place[]): Answer {
  const resolved = places.map((place) => resolveCitation(place, regulation));
  const found = resolved.flatMap((one) => (one.found ? [one] : []));
  const missing = resolved.flatMap((one, i) => {
    const place = places[i];
    return one.found || !place ? [] : [missingText(regulation, place, one.missing, one.last)];
  });
  const shown = found.slice(0, MOST);
  const said = shown.map(({ citation, text }) => {
    const title = regulation.articles.find(({ number }) => number === citation.article)?.title ?? null;
    return `${wording.articleSays(formatCitation(citation), citation.paragraph === undefined ? title : null)}${text}`;
  });
  const more = found.length > shown.length ? [wording.moreArticles(toChineseNumeral(found.length - shown.length))] : [];
  return {
    outcome: found.length === 0 ? 'not_covered' : missing.length === 0 ? 'answered' : 'partly_answered',
    text: [...said, ...more, ...missing].join('\n'),
    proofs: shown.flatMap(({ citation }) => wholeProof(regulation, citation) ?? []),
    nearest: resolved.flatMap((one, i) => {
      const article = places[i]?.article;
      return one.found || one.missing === 'article' || article === undefined
        ? []
        : paragraphProofs(regulation, article);
    }),
    notes: [],
    nextSteps: [],
  };
}
