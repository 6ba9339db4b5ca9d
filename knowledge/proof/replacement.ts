/** The clause's own words for a sentence they do not bear. */
import type { Answer, Proof } from '#knowledge/answers/answer.ts';

import type { Grounds } from './check-sentence.ts';
import { contentGrams, coverage } from './content-grams.ts';
import { plainText } from './plain-text.ts';
import { readStatements } from './read-statements.ts';
import { asSentence } from './split-sentences.ts';

function gramsIn(text: string): ReadonlySet<string> {
  return new Set(readStatements(plainText(text)).flatMap((one) => Array.from(contentGrams(one))));
}

/** How much of the sentence a quote is about, for choosing among the quotes. */
function nearness(sentence: string, proof: Proof, { ranking }: Grounds): number {
  const grams = gramsIn(sentence);
  const quote = plainText(proof.quote);
  const ranked = ranking.statements({ grams, context: grams, vague: false, goesOn: false });
  return ranked.find(({ evidence }) => quote.includes(evidence.statement.text))?.score ?? 0;
}

/** Whether a reader of these sentences knows already what the quote says. */
function isSaid(quote: string, said: readonly string[]): boolean {
  const text = said.join('');
  return plainText(text).includes(plainText(quote)) || coverage(gramsIn(quote), gramsIn(text), () => 1) >= 0.85;
}

/**
 * @param said the sentences that stay
 * @returns the quote nearest to the sentence; nothing to say when it is said already; undefined when the sentence is about
 * something no quote is about
 */
export function replacement(
  sentence: string,
  answer: Answer,
  grounds: Grounds,
  said: readonly string[],
): string | undefined {
  const [nearest] = answer.proofs
    .map((proof) => ({ proof, score: nearness(sentence, proof, grounds) }))
    .toSorted((a, b) => b.score - a.score);
  // A correction of its own, 不是…,是…, says nothing that the sentence after it does not say.
  if (/^(?:不是|并非)/.test(plainText(sentence))) return '';
  if (!nearest || nearest.score === 0) return undefined;
  if (isSaid(nearest.proof.quote, said)) return '';
  return asSentence(nearest.proof.quote) + (sentence.endsWith('\n') ? '\n' : '');
}
