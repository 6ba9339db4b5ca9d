/** How Chinese characters and words sound: toneless pinyin, ü written v, and the coarser sound in which accents agree. */
import { pinyin } from 'pinyin-pro';

const readings = new Map<string, readonly string[]>();

/** Every reading of one character, the commonest first; empty for what is not Chinese. */
export function soundsOfCharacter(char: string): readonly string[] {
  const known = readings.get(char);
  if (known !== undefined) return known;
  const found = /\p{Script=Han}/u.test(char)
    ? pinyin(char, { toneType: 'none', type: 'array', multiple: true, v: true }).filter((sound) =>
        /^[a-z]+$/.test(sound),
      )
    : [];
  const distinct = [...new Set(found)];
  readings.set(char, distinct);
  return distinct;
}

/** The syllables of a word as it is read in context: 重庆 is chong qing. */
export function soundsOfWord(word: string): readonly string[] {
  return pinyin(word, { toneType: 'none', type: 'array', v: true });
}

/** f and h are one sound in much of Hunan before these finals. */
const hunanese: Readonly<Record<string, string>> = {
  hu: 'fu',
  hua: 'fa',
  huan: 'fan',
  huang: 'fang',
  hui: 'fei',
  hun: 'fen',
};

/** One key for syllables that accents or fuzzy keyboards mix up: z/zh, c/ch, s/sh, n/l, f/h, -n/-ng. */
export function blurSound(syllable: string): string {
  return (hunanese[syllable] ?? syllable)
    .replace(/^([zcs])h/, '$1')
    .replace(/^n(?=[aeiouv])/, 'l')
    .replace(/ng$/, 'n');
}
