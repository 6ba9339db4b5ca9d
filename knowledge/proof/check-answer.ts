/** The check every answer passes on its way out: true quotes, and no sentence that its clauses do not bear. */
import type { Answer, Outcome } from '#knowledge/answers/answer.ts';
import type { Citation } from '#knowledge/citations/citation.ts';
import { findCitations } from '#knowledge/citations/find-citations.ts';
import type { Regulation } from '#knowledge/corpus/regulation.ts';

import { wrongHead } from './check-head.ts';
import { checkProofs } from './check-proofs.ts';
import { checkSentence, type Grounds } from './check-sentence.ts';
import type { Finding, SentenceFinding } from './finding.ts';
import { gatherEvidence } from './gather-evidence.ts';
import { plainText } from './plain-text.ts';
import { EvidenceRanking } from './rank-evidence.ts';
import { replacement } from './replacement.ts';
import { asSentence, splitParts, splitSentences } from './split-sentences.ts';
import { wording } from './wording.ts';

export interface CheckContext {
  /** All that are loaded. */
  readonly regulations: readonly Regulation[];
  /** What was asked: with it a yes that the clause forbids is found. */
  readonly question?: string;
}

export interface CheckedAnswer {
  readonly answer: Answer;
  /** Empty when the answer leaves as it came. */
  readonly findings: readonly Finding[];
}

/** These say what the regulation says; the others may not, and then only a limit or a clause named by the way is looked at. */
const claims: readonly Outcome[] = ['answered', 'partly_answered', 'not_covered'];
const timeLimit = /工作日|天|日|周|月|年|小时/;

/** 第十二条只规定…, of a nearest paragraph: where the text names the whole article, the whole article is looked at. */
function asNamed({ regulation, article, ...rest }: Citation, { text }: Answer): Citation {
  const whole = findCitations(text).some(({ places }) =>
    places.some((place) => place.article === article && place.paragraph === undefined && place.item === undefined),
  );
  return whole ? { regulation, article } : { regulation, article, ...rest };
}

function groundsOf(proofs: readonly Citation[], regulations: readonly Regulation[]): Grounds {
  return { regulations, citations: proofs, ranking: new EvidenceRanking(gatherEvidence(regulations, proofs)) };
}

function faultsOf(sentence: string, next: string, outcome: Outcome, grounds: Grounds): readonly SentenceFinding[] {
  const findings = checkSentence(sentence, grounds, next);
  if (claims.includes(outcome)) return findings;
  return findings.filter(({ kind, words }) => kind === 'citation' || (kind === 'number' && timeLimit.test(words)));
}

/** The text with each sentence at fault replaced by the clause's own words, or left out where there are none. */
function mendText(answer: Answer, grounds: Grounds, findings: Finding[]): { text: string; left: boolean } {
  const own = answer.outcome === 'answered' || answer.outcome === 'partly_answered';
  if (own && answer.text.trim() === '') return { text: asSentence(answer.proofs[0]?.quote ?? ''), left: false };
  // What is not covered has no clause to put in a sentence's place: only the part at fault goes.
  const pieces = splitSentences(answer.text).flatMap((sentence) => (own ? [sentence] : splitParts(sentence)));
  const faults = pieces.map((piece, index) => faultsOf(piece, pieces[index + 1] ?? '', answer.outcome, grounds));
  findings.push(...faults.flat());
  if (faults.every(({ length }) => length === 0)) return { text: answer.text, left: false };
  const said = pieces.filter((_, index) => faults[index]?.length === 0);
  let left = false;
  const kept = pieces.map((piece, index) => {
    if (faults[index]?.length === 0) return piece;
    const instead = own ? replacement(piece, answer, grounds, said) : undefined;
    if (instead === undefined) left = true;
    if (instead) said.push(instead);
    return instead ?? '';
  });
  return {
    text: kept
      .join('')
      .trim()
      .replace(/[;\uff1b]$/u, '。'),
    left,
  };
}

function withoutWrongHead(answer: Answer, question: string | undefined, findings: Finding[]): string {
  const head = question === undefined ? undefined : wrongHead(plainText(answer.text), question);
  if (head === undefined) return answer.text;
  findings.push({ kind: 'head', sentence: answer.text, words: head });
  return answer.text
    .trimStart()
    .slice(head.length + 1)
    .trimStart();
}

/**
 * False proofs are dropped. An answer that has none left, or no sentence, becomes an `error`: that nothing could be
 * proved is not to say that the regulation is silent. Notes and next steps are no part of what the regulation says.
 */
export function checkAnswer(answer: Answer, { regulations, question }: CheckContext): CheckedAnswer {
  const proofs = checkProofs(answer.proofs, regulations);
  const nearest = checkProofs(answer.nearest, regulations);
  const findings: Finding[] = [...proofs.findings, ...nearest.findings];
  const proved: Answer = { ...answer, proofs: proofs.proofs, nearest: nearest.proofs };
  const unproven: Answer = { ...proved, outcome: 'error', text: wording.unproven, proofs: [] };
  const answers = answer.outcome === 'answered' || answer.outcome === 'partly_answered';
  if (answers && proved.proofs.length === 0) {
    if (findings.length === 0) findings.push({ kind: 'citation', sentence: answer.text, words: answer.text });
    return { answer: unproven, findings };
  }
  // What a partly answered question is told of the rest rests on the clauses that come nearest.
  const near = answer.outcome === 'answered' ? [] : proved.nearest.map((proof) => asNamed(proof, answer));
  const places = answers
    ? [...proved.proofs, ...near]
    : [...proved.proofs.map((proof) => asNamed(proof, answer)), ...near];
  const grounds = groundsOf(places, regulations);
  const head = withoutWrongHead(proved, question, findings);
  const { text, left } = mendText({ ...proved, text: head }, grounds, findings);
  if (text === '') return { answer: unproven, findings };
  const outcome = left && answer.outcome === 'answered' ? 'partly_answered' : answer.outcome;
  return { answer: { ...proved, outcome, text }, findings };
}
