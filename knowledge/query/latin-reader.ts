/** Turns pinyin and pinyin initials inside a text into Chinese and leaves English, acronyms, addresses and code alone. */
import { decodePinyin } from './decode-pinyin.ts';
import type { EnglishTerms } from './english-terms.ts';
import type { InitialsIndex } from './initials-index.ts';
import type { PinyinIndex } from './pinyin-index.ts';
import { readLines } from './read-lines.ts';
import { segmentWords } from './segment-words.ts';
import { numberWord, type Vocabulary } from './vocabulary.ts';

export interface LatinCorrection {
  readonly from: string;
  readonly to: string;
  readonly why: 'pinyin' | 'abbreviation';
}

export interface LatinReading {
  readonly text: string;
  readonly corrections: readonly LatinCorrection[];
}

export interface LatinSources {
  readonly vocabulary: Vocabulary;
  readonly pinyin: () => PinyinIndex;
  readonly initials: () => InitialsIndex;
  readonly english: EnglishTerms;
}

type Kind = 'english' | 'term' | 'doubtful' | 'pinyin' | 'other';

interface Token {
  readonly text: string;
  readonly kind: Kind;
}

/** Addresses, file names, identifiers and code stay as they are. */
const fixed =
  /[\w.+-]+@[\w.-]+|(?:https?:|www\.)[^\s\p{Script=Han}]+|\w+(?:[._]\w+)+|\w+\([^)]*\)|`[^`]*`|[A-Za-z]+\d[\w]*/gu;
const latinRun = /[A-Za-z]+(?:[ ']?[A-Za-z]+)*/g;
const toneDigits = /(?<![A-Za-z\d])(?:[A-Za-z]{1,6}[1-5][ ']?){2,}(?![\dA-Za-z])/g;
const acronym = /^[A-Z]{2,5}$/;
/** Average logarithm a syllable must reach: below it the letters are no Chinese anyone would write. */
const shortestSlip = 8;
const leastPerSyllable = -9.5;

export function createLatinReader({
  vocabulary,
  pinyin,
  initials,
  english,
}: LatinSources): (text: string) => LatinReading {
  const englishWords = new Set(readLines('english-words.txt').flatMap((line) => line.split(' ')));

  const kindOf = (word: string, shouting: boolean): Kind => {
    const lower = word.toLowerCase();
    if (acronym.test(word) && !shouting) return 'english';
    if (english.isTerm(lower)) return 'term';
    const spells =
      pinyin().spells(lower) ||
      (lower.length >= shortestSlip && decodePinyin(lower, new Set(), undefined, pinyin(), vocabulary) !== null);
    if (englishWords.has(lower)) return spells ? 'doubtful' : 'english';
    return spells ? 'pinyin' : 'other';
  };

  const decodeTokens = (tokens: readonly Token[], before: string): string | null => {
    const letters = tokens.map((token) => token.text.toLowerCase()).join('');
    const breaks = new Set<number>();
    let at = 0;
    for (const token of tokens) breaks.add((at += token.text.length));
    const lastWord = segmentWords(before.slice(-8), vocabulary.logProbability).at(-1);
    const previous = lastWord !== undefined && /^\d+$/.test(lastWord) ? numberWord : lastWord;
    const decoded = decodePinyin(letters, breaks, previous, pinyin(), vocabulary);
    if (decoded === null) return null;
    const text = decoded.words.join('');
    return decoded.score / text.length < leastPerSyllable ? null : text;
  };

  return (text) => {
    if (!/[A-Za-z]/.test(text)) return { text, corrections: [] };
    const corrections: LatinCorrection[] = [];
    const shouting = !/[a-z]/.test(text) && /[A-Z]{6}/.test(text);

    const readRun = (run: string, before: string): string => {
      const tokens = run.split(/[ ']/).map((word): Token => ({ text: word, kind: kindOf(word, shouting) }));
      const has = (kind: Kind): number => tokens.filter((token) => token.kind === kind).length;
      // English with a word or two in it that could also be spelled out as pinyin.
      if (has('english') > 0 && has('english') + has('term') + has('doubtful') >= has('pinyin')) return run;
      const parts: string[] = [];
      for (let at = 0; at < tokens.length;) {
        const group: Token[] = [];
        while (tokens[at + group.length] !== undefined && isSpelled(tokens[at + group.length])) {
          group.push(tokens[at + group.length] ?? { text: '', kind: 'other' });
        }
        const token = tokens[at];
        const readable = group.some((one) => one.kind === 'pinyin')
          ? decodeTokens(group, before + parts.join(''))
          : null;
        if (readable !== null) {
          corrections.push({ from: group.map((one) => one.text).join(' '), to: readable, why: 'pinyin' });
          parts.push(readable);
          at += group.length;
          continue;
        }
        const expanded =
          token?.kind === 'other' && tokens.every((one) => one.kind !== 'english')
            ? initials().expand(token.text.toLowerCase())
            : null;
        if (token !== undefined && expanded !== null)
          corrections.push({ from: token.text, to: expanded, why: 'abbreviation' });
        const word = expanded ?? token?.text ?? '';
        const joins = parts.length > 0 && /[a-z]$/i.test(parts.at(-1) ?? '') && /^[a-z]/i.test(word);
        parts.push(joins ? ` ${word}` : word);
        at += 1;
      }
      return parts.join('');
    };

    const readFree = (part: string, before: string): string => {
      const toneless = part.replace(toneDigits, (match) => {
        const syllables = match.match(/[A-Za-z]+/g) ?? [];
        return syllables.every((syllable) => pinyin().isSyllable(syllable.toLowerCase()))
          ? match.replace(/[1-5]/g, '')
          : match;
      });
      let done = '';
      let from = 0;
      for (const match of toneless.matchAll(latinRun)) {
        done += toneless.slice(from, match.index);
        done += readRun(match[0], before + done);
        from = match.index + match[0].length;
      }
      return done + toneless.slice(from);
    };

    let result = '';
    let from = 0;
    for (const match of text.matchAll(fixed)) {
      if (isTones(match[0])) continue;
      result += readFree(text.slice(from, match.index), result);
      result += match[0];
      from = match.index + match[0].length;
    }
    result += readFree(text.slice(from), result);
    return { text: result, corrections };
  };
}

function isSpelled(token: Token | undefined): boolean {
  return token?.kind === 'pinyin' || token?.kind === 'doubtful';
}

/** gong4xiang3 looks like an identifier and is pinyin with its tones. */
function isTones(text: string): boolean {
  return /^(?:[a-z]{1,6}[1-5])+$/i.test(text);
}
