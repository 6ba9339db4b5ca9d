/** Which words a string of pinyin letters may stand for, with accents and slips of the keyboard as dearer readings. */
import { soundsOfCharacter, soundsOfWord } from './sounds.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface PinyinReading {
  readonly word: string;
  /** Offsets in the letters where a syllable ends, the last one left out; null where a slip blurs them. */
  readonly inner: readonly number[] | null;
  /** To be taken off the logarithm of the probability. */
  readonly penalty: number;
}

export interface PinyinIndex {
  readonly readings: (letters: string) => readonly PinyinReading[];
  readonly longest: number;
  /** Whether the letters can be cut into syllables at all. */
  readonly spells: (letters: string) => boolean;
  readonly isSyllable: (letters: string) => boolean;
}

const accentPenalty = 3.5;
/** People write to this assistant about data work: 申请 is meant, not the commoner 神情. */
const offTopicPenalty = 2.5;
const slipPenalty = 7;
/** Words rarer than this are not read out of pinyin, characters rarer than the other are not read alone. */
const rarestWord = 800;
const rarestCharacter = 300;
const shortestSlip = 8;

const accents: readonly (readonly [RegExp, string])[] = [
  [/^([zcs])h/, '$1'],
  [/^([zcs])(?!h)/, '$1h'],
  [/^n(?=[aeiouv])/, 'l'],
  [/^l(?=[aeiouv])/, 'n'],
  [/ng$/, 'n'],
  [/([aei])n$/, '$1ng'],
  [/^hu/, 'fu'],
  [/^h(?=[aeou])/, 'f'],
  [/^f/, 'h'],
  [/v/, 'u'],
];

function endsOf(syllables: readonly string[]): number[] {
  const ends: number[] = [];
  let at = 0;
  for (const syllable of syllables.slice(0, -1)) ends.push((at += syllable.length));
  return ends;
}

/** Spellings in which one syllable, or each one by the same habit, is written as an accent says it. */
function accented(syllables: readonly string[]): string[][] {
  const spellings: string[][] = [];
  for (const [pattern, written] of accents) {
    const every = syllables.map((syllable) => syllable.replace(pattern, written));
    spellings.push(every);
    every.forEach((syllable, index) => spellings.push(syllables.map((own, at) => (at === index ? syllable : own))));
  }
  return spellings;
}

/** The letters with two neighbours swapped or one left out. */
function slipped(letters: string): string[] {
  const spellings: string[] = [];
  for (let at = 1; at < letters.length; at += 1) {
    spellings.push(letters.slice(0, at) + letters.slice(at + 1));
    const swapped = `${letters.slice(0, at - 1)}${letters.charAt(at)}${letters.charAt(at - 1)}${letters.slice(at + 1)}`;
    if (swapped !== letters) spellings.push(swapped);
  }
  return spellings;
}

export function createPinyinIndex(vocabulary: Vocabulary): PinyinIndex {
  const index = new Map<string, PinyinReading[]>();
  let longest = 1;
  const add = (letters: string, reading: PinyinReading): void => {
    longest = Math.max(longest, letters.length);
    const known = index.get(letters);
    if (known === undefined) index.set(letters, [reading]);
    else if (!known.some((other) => other.word === reading.word)) known.push(reading);
  };

  const syllables = new Set<string>();
  const accentedWords: { word: string; sounds: readonly string[] }[] = [];
  for (const word of vocabulary.commonWords(rarestCharacter)) {
    if (!/^\p{Script=Han}+$/u.test(word)) continue;
    if (word.length === 1) {
      for (const sound of soundsOfCharacter(word)) {
        syllables.add(sound);
        add(sound, { word, inner: [], penalty: sound === soundsOfCharacter(word)[0] ? 0 : 2 });
      }
      continue;
    }
    const target = vocabulary.isTarget(word);
    const likely = vocabulary.logProbability(word) ?? Number.NEGATIVE_INFINITY;
    if (!target && likely < Math.log(rarestWord / 60_000_000)) continue;
    const sounds = soundsOfWord(word);
    if (sounds.length !== word.length || !sounds.every((sound) => /^[a-z]+$/.test(sound))) continue;
    add(sounds.join(''), {
      word,
      inner: endsOf(sounds),
      penalty: target || vocabulary.isListed(word) ? 0 : offTopicPenalty,
    });
    if (target) accentedWords.push({ word, sounds });
  }
  // After every true spelling is in, so that a true one stands first and is never displaced.
  for (const { word, sounds } of accentedWords) {
    const letters = sounds.join('');
    for (const spelling of accented(sounds)) {
      if (spelling.join('') !== letters)
        add(spelling.join(''), { word, inner: endsOf(spelling), penalty: accentPenalty });
    }
    if (letters.length >= shortestSlip) {
      for (const spelling of slipped(letters)) add(spelling, { word, inner: null, penalty: slipPenalty });
    }
  }

  const none: readonly PinyinReading[] = [];
  return {
    readings: (letters) => index.get(letters) ?? none,
    longest,
    isSyllable: (letters) => syllables.has(letters),
    spells(letters) {
      const reached = [true];
      for (let end = 1; end <= letters.length; end += 1) {
        for (let start = Math.max(0, end - 6); start < end; start += 1) {
          if (reached[start] === true && syllables.has(letters.slice(start, end))) reached[end] = true;
        }
      }
      return reached[letters.length] === true;
    },
  };
}
