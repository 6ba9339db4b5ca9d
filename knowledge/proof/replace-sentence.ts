/** The clause's own words for a sentence they do not bear. */
import type { Answer, Proof } from '#knowledge/answers/answer.ts';

import type { Grounds } from './check-sentence.ts';
import { contentGrams } from './content-grams.ts';
import { plainText } from './plain-text.ts';
import { readStatements } from './read-statements.ts';
import { asSentence } from './split-sentences.ts';

/** How much of the sentence a quote is about, for choosing among the quotes. */
function nearness(sentence: string, proof: Proof, { ranking }: Grounds): number {
  const statements = readStatements(plainText(sentence));
  const context = new Set(statements.flatMap((one) => Array.from(contentGrams(one))));
  const quote = plainText(proof.quote);
  const ranked = ranking.statements({ grams: context, context, vague: false, goesOn: false });
  return ranked.find(({ evidence }) => quote.includes(evidence.statement.text))?.score ?? 0;
}

/**
 * @param said the sentences before it; a quote is not given twice
 * @returns the quote nearest to the sentence, or nothing when each quote is said already
 */
export function replaceSentence(sentence: string, answer: Answer, grounds: Grounds, said: readonly string[]): string {
  const saidAlready = plainText(said.join(''));
  const fresh = answer.proofs.filter(({ quote }) => !saidAlready.includes(plainText(quote)));
  const nearest = fresh
    .map((proof) => ({ proof, score: nearness(sentence, proof, grounds) }))
    .toSorted((a, b) => b.score - a.score)[0];
  if (!nearest) return '';
  return asSentence(nearest.proof.quote) + (sentence.endsWith('\n') ? '\n' : '');
}
