/** True answers to falsify: the regulation's own sentences, and the guide's glosses, each with its clauses as proofs. */
import type { Answer, Proof } from '#knowledge/answers/answer.ts';
import type { Place } from '#knowledge/citations/citation.ts';
import { formatCitation } from '#knowledge/citations/format-citation.ts';
import { parseCitation } from '#knowledge/citations/parse-citation.ts';
import { clauseText } from '#knowledge/corpus/clause-text.ts';
import { loadRegulations } from '#knowledge/corpus/load-regulations.ts';
import type { Regulation } from '#knowledge/corpus/regulation.ts';
import { loadGuide } from '#knowledge/guide/load-guide.ts';

import { splitSentences } from './split-sentences.ts';

export interface TrueAnswer {
  readonly id: string;
  readonly answer: Answer;
}

export const regulations = loadRegulations();

function onlyRegulation(): Regulation {
  const [first] = regulations;
  if (!first) throw new Error('no regulation');
  return first;
}
export const regulation = onlyRegulation();

/** The whole clause as a proof. */
export function proofOf(place: Place): Proof {
  const quote = clauseText(regulation, place);
  if (quote === undefined) throw new Error(`no such clause: ${formatCitation(place)}`);
  return { regulation: regulation.id, title: regulation.title, ...place, quote };
}

export function answerOf(text: string, proofs: readonly Proof[]): Answer {
  return { outcome: 'answered', text, proofs: [...proofs], nearest: [], notes: [], nextSteps: [] };
}

export const ownSentences: readonly TrueAnswer[] = regulation.articles.flatMap(({ number: article, paragraphs }) =>
  paragraphs.flatMap(({ number: paragraph }) => {
    const proof = proofOf({ article, paragraph });
    return splitSentences(proof.quote)
      .map((sentence) => sentence.trim())
      .filter((sentence) => sentence.length > 3)
      .map((sentence) => ({ id: formatCitation({ article, paragraph }), answer: answerOf(sentence, [proof]) }));
  }),
);

export const glosses: readonly TrueAnswer[] = loadGuide(regulation.id).flatMap(({ id, clauses, gloss, roles }) => {
  const proofs = clauses.flatMap((clause) => {
    const place = parseCitation(clause);
    return place ? [proofOf(place)] : [];
  });
  return [gloss, ...Object.values(roles)].map((text) => ({ id, answer: answerOf(text, proofs) }));
});
