import type { SignalWeights } from './signals.ts';
export const fittedWeights: SignalWeights = {
  words: 0, characters: 2, pairs: 2, passage: 2, lead: 2, wordCoverage: 2, characterCoverage: 4, layTerms: 1, similarity: 0,
  formal: -1, defines: 1, definesAsked: 0.5, definitionAsked: 0.5, listAsked: 0.5, timeAsked: 0.8, penaltyAsked: 1, breachAsked: 0.5, permissionAsked: 0.4, remedyAsked: 0.6,
};
