/** Reads strings of pinyin initials (gxsq) as listed words, only where one reading is far likelier than any other. */
import { soundsOfWord } from './sounds.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface InitialsIndex {
  /** The Chinese text the initials stand for; null where they stand for none or for more than one. */
  readonly expand: (letters: string) => string | null;
}

interface Reading {
  readonly text: string;
  readonly score: number;
  readonly pieces: number;
}

const shortest = 3;
const longest = 16;
/** The best reading must be this much likelier (in logarithms) than the next one. */
const margin = 1.5;
const perPiece = 4;
/** For a listed phrase that is no single word. */
const listedLogProbability = -10;

export function createInitialsIndex(vocabulary: Vocabulary, preferred: readonly string[]): InitialsIndex {
  const words = new Map<string, Reading[]>();
  const add = (word: string, bonus: number): void => {
    const initials = soundsOfWord(word).map((sound) => sound.charAt(0));
    if (initials.length !== word.length || !initials.every((letter) => /[a-z]/.test(letter))) return;
    const key = initials.join('');
    const list = words.get(key) ?? [];
    if (!list.some((reading) => reading.text === word)) {
      list.push({ text: word, score: (vocabulary.logProbability(word) ?? listedLogProbability) + bonus, pieces: 1 });
    }
    words.set(key, list);
  };
  for (const word of preferred) add(word, 3);
  for (const word of vocabulary.listed) if (word.length > 1) add(word, 0);

  return {
    expand(letters) {
      if (letters.length < shortest || letters.length > longest) return null;
      const columns: Reading[][] = Array.from({ length: letters.length + 1 }, () => []);
      columns[0] = [{ text: '', score: 0, pieces: 0 }];
      for (let start = 0; start < letters.length; start += 1) {
        const column = columns[start]?.toSorted((a, b) => b.score - a.score).slice(0, 6) ?? [];
        for (let end = start + 2; end <= letters.length; end += 1) {
          for (const word of words.get(letters.slice(start, end)) ?? []) {
            for (const reading of column) {
              columns[end]?.push({
                text: reading.text + word.text,
                score: reading.score + word.score - perPiece,
                pieces: reading.pieces + 1,
              });
            }
          }
        }
      }
      const [best, next] = (columns[letters.length] ?? []).toSorted((a, b) => b.score - a.score);
      if (best === undefined) return null;
      return next === undefined || best.score - next.score >= margin ? best.text : null;
    },
  };
}
