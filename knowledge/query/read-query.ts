/** From what a person typed to a clean query in simplified Chinese, with every change named. */
import { correctWords } from './correct-words.ts';
import { createEnglishTerms } from './english-terms.ts';
import { foldText } from './fold-text.ts';
import { createInitialsIndex, type InitialsIndex } from './initials-index.ts';
import { createLatinReader } from './latin-reader.ts';
import { createPinyinIndex, type PinyinIndex } from './pinyin-index.ts';
import { readLines } from './read-lines.ts';
import { simplifyText } from './simplify-text.ts';
import { createSpellingIndex } from './spelling-index.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { WeightedTerm } from './weighted-term.ts';

export interface Correction {
  readonly from: string;
  readonly to: string;
  readonly why: 'pinyin' | 'homophone' | 'typo' | 'traditional' | 'abbreviation';
}

export interface ReadQuery {
  readonly original: string;
  /** Cleaned, simplified, lower-case Latin, slips put right. */
  readonly text: string;
  /** Cleaned, simplified, lower-case Latin, slips as they were. */
  readonly folded: string;
  readonly corrections: readonly Correction[];
  /** Chinese terms that English words in the text stand for. */
  readonly terms: readonly WeightedTerm[];
  /** The middle of an overlong message was left out. */
  readonly truncated: boolean;
}

export type QueryReader = (raw: string) => ReadQuery;

export function createQueryReader({ vocabulary }: { readonly vocabulary: Vocabulary }): QueryReader {
  const spelling = createSpellingIndex(vocabulary);
  const english = createEnglishTerms();
  // Few people type pinyin: what only they need is made when the first of them does.
  let pinyin: PinyinIndex | undefined;
  let initials: InitialsIndex | undefined;
  const readLatin = createLatinReader({
    vocabulary,
    english,
    pinyin: () => (pinyin ??= createPinyinIndex(vocabulary)),
    initials: () => (initials ??= createInitialsIndex(vocabulary, readLines('initialisms.txt'))),
  });
  return (original) => {
    const { text: cased, truncated } = foldText(original);
    const simplified = simplifyText(cased);
    const latin = readLatin(simplified.text);
    const corrected = correctWords(lowerLatin(latin.text), vocabulary, spelling);
    return {
      original,
      text: corrected.text,
      folded: lowerLatin(simplified.text),
      corrections: [
        ...simplified.changed.map(({ from, to }): Correction => ({ from, to, why: 'traditional' })),
        ...latin.corrections,
        ...corrected.corrections,
      ],
      terms: english.terms(latin.text),
      truncated,
    };
  };
}

function lowerLatin(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}
