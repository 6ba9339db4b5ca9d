/** English words of data work and the Chinese terms they stand for. */
import { z } from 'zod';
import { readData } from './read-data.ts';
import type { WeightedTerm } from './weighted-term.ts';

export interface EnglishTerms {
  /** The Chinese terms that the English words of a text stand for; a longer expression hides the shorter ones in it. */
  readonly terms: (text: string) => readonly WeightedTerm[];
  readonly isTerm: (word: string) => boolean;
}

const schema = z.array(
  z.strictObject({ en: z.array(z.string().min(2)).min(1), zh: z.array(z.string().min(1)).min(1) }),
);
const longestExpression = 4;
const firstWeight = 0.9;
const furtherWeight = 0.6;

export function createEnglishTerms(): EnglishTerms {
  const meanings = new Map<string, readonly string[]>();
  for (const { en, zh } of readData('english-terms.yaml', schema))
    for (const expression of en) meanings.set(expression, zh);
  return {
    isTerm: (word) => meanings.has(word),
    terms(text) {
      const words = text.toLowerCase().match(/[a-z]+/g) ?? [];
      const found = new Map<string, WeightedTerm>();
      for (let at = 0; at < words.length; at += 1) {
        for (let length = Math.min(longestExpression, words.length - at); length > 0; length -= 1) {
          const expression = words.slice(at, at + length).join(' ');
          const meaning = meanings.get(expression);
          if (meaning === undefined) continue;
          meaning.forEach((term, index) => {
            if (!found.has(term))
              found.set(term, { term, weight: index === 0 ? firstWeight : furtherWeight, from: expression });
          });
          at += length - 1;
          break;
        }
      }
      return [...found.values()];
    },
  };
}
