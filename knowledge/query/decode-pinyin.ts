/** Reads pinyin letters as the likeliest Chinese words of the vocabulary. */
import { likeliestWords, type WordEdge } from './likeliest-words.ts';
import type { PinyinIndex } from './pinyin-index.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface DecodedPinyin {
  readonly words: readonly string[];
  /** Logarithm of the probability, penalties included. */
  readonly score: number;
}

const beam = 10;
/** More letters than this are no question in pinyin. */
const mostLetters = 240;

/**
 * @param letters lower-case letters without spaces.
 * @param breaks offsets where the writer put a space or an apostrophe: a syllable ends there.
 * @param previous the word standing before the letters, if any.
 */
export function decodePinyin(
  letters: string,
  breaks: ReadonlySet<number>,
  previous: string | undefined,
  index: PinyinIndex,
  vocabulary: Vocabulary,
): DecodedPinyin | null {
  if (letters === '' || letters.length > mostLetters) return null;
  const edgesFrom = (start: number): WordEdge[] => {
    const edges: WordEdge[] = [];
    for (let end = start + 1; end <= Math.min(letters.length, start + index.longest); end += 1) {
      for (const { word, inner, penalty } of index.readings(letters.slice(start, end))) {
        if (respects(breaks, start, end, inner)) edges.push({ end, word, penalty });
      }
    }
    return edges;
  };
  const path = likeliestWords(letters.length, edgesFrom, previous, vocabulary, beam);
  return path === null ? null : { words: path.edges.map((edge) => edge.word), score: path.score };
}

/** A space inside the word must fall between two of its syllables. */
function respects(breaks: ReadonlySet<number>, start: number, end: number, inner: readonly number[] | null): boolean {
  for (let at = start + 1; at < end; at += 1) {
    if (breaks.has(at) && (inner === null || !inner.includes(at - start))) return false;
  }
  return true;
}
