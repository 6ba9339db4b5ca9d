/** Words an answer from one topic of the guide: opening yes or no, correction of a false premise, plain sentence, proofs. */
import type { Regulation } from '#knowledge/corpus/regulation.ts';
import { findCitations } from '#knowledge/citations/find-citations.ts';
import type { Answer, Note, Proof } from './answer.ts';
import type { AskingRole } from './asking-role.ts';
import { proofsOf, wholeProof } from './proof-of.ts';
import type { Topic } from './topics.ts';
import { wording } from './wording.ts';

export interface PointAnswerParts {
  readonly regulation: Regulation;
  readonly topic: Topic;
  /** Opening word and correction, in the order they are said; each without its final stop. */
  readonly opening: readonly string[];
  readonly role: AskingRole | null;
  readonly notes: readonly Note[];
}

/** The answer of a point that the text does contain. */
export function pointAnswer({ regulation, topic, opening, role, notes }: PointAnswerParts): Answer {
  const { point, citations } = topic;
  const plain = (role === null ? undefined : point.roles[role]) ?? point.gloss;
  return {
    outcome: 'answered',
    text: [...opening.map((words) => `${words}。`), plain].join(''),
    proofs: proofsOf(regulation, citations, point.quotes),
    nearest: [],
    notes: [...notes],
    nextSteps: [],
  };
}

/** Clauses that a sentence names beyond those already shown, each with its whole words. */
function namedClauses(regulation: Regulation, text: string, shown: readonly Proof[]): Proof[] {
  return findCitations(text)
    .flatMap(({ places }) => places)
    .filter(({ article, paragraph }) =>
      shown.every((proof) => proof.article !== article || (paragraph !== undefined && proof.paragraph !== paragraph)),
    )
    .flatMap((place) => wholeProof(regulation, { regulation: regulation.id, ...place }) ?? []);
}

/** The answer for something that the text is known not to say: says so, and shows the clauses that come nearest. */
export function notSaidAnswer(regulation: Regulation, topic: Topic): Answer {
  const { point, citations, notSaid } = topic;
  const near = proofsOf(regulation, citations, point.quotes);
  return {
    outcome: 'not_covered',
    text: notSaid?.say ?? `${wording.notCoveredPlain}${wording.nearestFollows}`,
    proofs: [],
    nearest: [...near, ...namedClauses(regulation, notSaid?.say ?? '', near)],
    notes: [],
    nextSteps: [],
  };
}
