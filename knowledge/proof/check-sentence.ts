/** Checks one sentence of an answer against the clauses it cites. */
import type { Citation } from '#knowledge/citations/citation.ts';
import { findCitations, type FoundCitation } from '#knowledge/citations/find-citations.ts';
import { resolveCitation } from '#knowledge/citations/resolve-citation.ts';
import type { Regulation } from '#knowledge/corpus/regulation.ts';

import { checkActors } from './check-actors.ts';
import { checkAmounts } from './check-amounts.ts';
import { checkDenials } from './check-denials.ts';
import { checkModals } from './check-modals.ts';
import { exemptSpans, type Freedom, standingAt } from './exempt-spans.ts';
import type { SentenceFinding } from './finding.ts';
import { plainText } from './plain-text.ts';
import { EvidenceRanking } from './rank-evidence.ts';
import { readStatements } from './read-statements.ts';
import { SentenceContext } from './sentence-context.ts';

/** What a sentence may rest on. */
export interface Grounds {
  readonly regulations: readonly Regulation[];
  /** The places of the true proofs, and of the clauses shown as nearest. */
  readonly citations: readonly Citation[];
  readonly ranking: EvidenceRanking;
}

/** Opens a yes/no answer: 不可以。 or 是的, … */
const head =
  /^(?:是的?|不是|对|不对|可以|不可以|不能|能|行|不行|需要|不需要|要|不要|不用|有|没有|会|不会|属于|不属于|适用|不适用)(?=[,。;:]|$)/;
/** 1. before one of several answers. */
const listMark = /^\d{1,2}[.、)](?!\d)/;
const saysWhere =
  /(?:按照|根据|依据|依照|见|看)?·+(?:\([^()]*\))?(?:(?:只|仅|也|还|另|都|则)?(?:要求|规定|写明|写|说明|说|讲|列出|列|提到|给出)(?:了|的是)?|的规定)?/g;

/** Also a lone 第三款 behind an article named before it. */
function citationsIn(plain: string): readonly FoundCitation[] {
  const found = findCitations(plain);
  const article = found[0]?.places[0]?.article;
  return article === undefined ? found : findCitations(plain, { article });
}

/** The named article is cited, or it is said that there is none. */
function citationFindings(found: readonly FoundCitation[], plain: string, grounds: Grounds): readonly string[] {
  const titled = grounds.regulations.filter(({ title }) => plain.includes(`《${plainText(title)}》`));
  return found.flatMap(({ places, text, title, start }) => {
    const named = title === undefined ? undefined : grounds.regulations.find((one) => one.title === title);
    if (title !== undefined && !named) return [text];
    const absent = /(?:没有|不存在|查无)$/.test(plain.slice(0, start));
    const holds = places.every((place) => {
      if (absent)
        return (titled.length > 0 ? titled : grounds.regulations).every((one) => !resolveCitation(place, one).found);
      return grounds.citations.some(
        (one) =>
          one.article === place.article &&
          (named === undefined || one.regulation === named.id) &&
          (place.paragraph === undefined || one.paragraph === undefined || one.paragraph === place.paragraph) &&
          (place.item === undefined || one.item === undefined || one.item === place.item),
      );
    });
    return holds ? [] : [text];
  });
}

/** The evidence of the article that was last named before an offset, or all of it. */
function groundsFor(end: number, found: readonly FoundCitation[], ranking: EvidenceRanking): EvidenceRanking {
  const named = found.findLast(({ start }) => start < end);
  if (!named) return ranking;
  const own = ranking.all.filter(({ citation }) => named.places.some(({ article }) => article === citation.article));
  return own.length === 0 || own.length === ranking.all.length ? ranking : new EvidenceRanking(own);
}

/** Whether the words stand as they are in one of the clauses, and not behind a negation left out. */
function isVerbatim(words: string, ranking: EvidenceRanking): boolean {
  const sentences = new Map<string, string>();
  for (const { sentenceId, statement } of ranking.all)
    sentences.set(sentenceId, `${sentences.get(sentenceId) ?? ''}${statement.text},`);
  const bare = words.replace(/[,;:。]/g, ',');
  return Array.from(sentences.values()).some((text) => text.replace(/[,;:。]/g, ',').startsWith(`${bare},`));
}

/** @param next the sentence after it: tells what a bare correction is about */
export function checkSentence(sentence: string, grounds: Grounds, next = ''): readonly SentenceFinding[] {
  const whole = plainText(sentence)
    .replace(/[。!?;,:]+$/, '')
    .replace(listMark, '');
  const plain = whole.replace(head, (word) => '·'.repeat(word.length));
  const found = citationsIn(plain);
  const findings: SentenceFinding[] = citationFindings(found, plain, grounds).map((words) => ({
    kind: 'citation',
    sentence,
    words,
  }));
  let masked = plain;
  for (const { start, end } of found) masked = masked.slice(0, start) + '·'.repeat(end - start) + masked.slice(end);
  masked = masked.replace(saysWhere, (words) => '·'.repeat(words.length));
  const words = masked.replace(/^(?:·+[,。;:]?)+|^\([一二三四五六七八九十]+\)/, '');
  if (isVerbatim(words, groundsFor(masked.length, found, grounds.ranking))) return findings;

  const spans = exemptSpans(masked);
  const statements = readStatements(masked);
  const context = new SentenceContext(statements, readStatements(plainText(next)));
  for (const statement of statements) {
    const ranking = groundsFor(statement.start + statement.text.length, found, grounds.ranking);
    const asked = context.asked(statement, ranking);
    const freedom: Freedom = (at) => standingAt(spans, statement.start + at);
    const add = (kind: SentenceFinding['kind'], failures: readonly { words: string; expected?: string }[]): void => {
      for (const failure of failures) findings.push({ kind, sentence, ...failure });
    };
    add('actor', checkActors(statement, asked, ranking, freedom));
    add('modal', checkModals(statement, asked, ranking, freedom));
    add('denial', checkDenials(statement, asked, ranking, freedom));
    add('number', checkAmounts(statement, asked, ranking, grounds.regulations, freedom));
  }
  return findings;
}
