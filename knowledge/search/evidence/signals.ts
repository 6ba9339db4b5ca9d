/** The signals of which the evidence for a document is the weighted sum, and how much each weighs by default. */
import type { QuestionKind, StatementKind } from './kinds.ts';

/** A question of the first kind looks for a statement of the second. */
export const kindMatches = {
  definitionAsked: ['definition', 'definition'],
  listAsked: ['list', 'list'],
  timeAsked: ['time', 'time'],
  penaltyAsked: ['penalty', 'penalty'],
  breachAsked: ['penalty', 'breach'],
  permissionAsked: ['permission', 'prohibition'],
  remedyAsked: ['remedy', 'liability'],
} as const satisfies Readonly<Record<string, readonly [QuestionKind, StatementKind]>>;

export const signalNames = [
  // Share of the best possible BM25, 0 to 1, over the whole text.
  'words',
  'characters',
  'pairs',
  // The same, all three kinds of terms together, over the best single passage and over the opening line.
  'passage',
  'lead',
  // How much of the text's first words, its subject, stands in the question; 0 to about 1.
  'opening',
  // Share of the question's weight that occurs in the text at all.
  'wordCoverage',
  'characterCoverage',
  // Share of the question's everyday words whose written equivalents occur; the same for near-synonyms.
  'layTerms',
  'nearWords',
  // Cosine with the question's vector; 0 without vectors.
  'similarity',
  // 1 where the text only states the purpose or the entry into force.
  'formal',
  // 1 where the text defines a term of the question; and where the question asks about just that term.
  'defines',
  'definesAsked',
  'definitionAsked',
  'listAsked',
  'timeAsked',
  'penaltyAsked',
  'breachAsked',
  'permissionAsked',
  'remedyAsked',
] as const;
export type SignalName = (typeof signalNames)[number];
export type SignalWeights = Readonly<Record<SignalName, number>>;
