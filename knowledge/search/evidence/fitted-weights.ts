/**
 * How much each signal weighs: fitted by `npm run eval -- fit-evidence` to lay questions on 70 statutes, real people's counted
 * threefold; `docs/decisions/0002-evidence-after-fusion.md` has the figures on laws left out.
 */
import type { SignalWeights } from './signals.ts';

export const fittedWeights: SignalWeights = {
  words: 0.5,
  characters: 2.7,
  pairs: 0.9,
  passage: 2.7,
  lead: 3,
  opening: 1.5,
  wordCoverage: 1.7,
  characterCoverage: 3.6,
  layTerms: 1.3,
  nearWords: 0.5,
  similarity: 1.3,
  formal: -0.7,
  defines: 1.7,
  definesAsked: 0.7,
  definitionAsked: 1.2,
  listAsked: 0.5,
  timeAsked: 1.4,
  penaltyAsked: 1.3,
  breachAsked: 0.8,
  permissionAsked: 0.4,
  remedyAsked: 1.2,
};
