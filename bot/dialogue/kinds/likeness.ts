/** Whether two short words are one word with a slip: the same sound, or one character off. */
import { pinyin } from 'pinyin-pro';

const sounds = new Map<string, string>();

/** Pinyin without tones, nothing between; Latin letters stay. */
export function soundOf(text: string): string {
  const known = sounds.get(text);
  if (known !== undefined) return known;
  const sound = pinyin(text, { toneType: 'none', type: 'array', v: true }).join('').replace(/\s+/g, '').toLowerCase();
  if (sounds.size > 5_000) sounds.clear();
  sounds.set(text, sound);
  return sound;
}

export function soundsLike(a: string, b: string): boolean {
  return soundOf(a) === soundOf(b);
}

/** At most one character added, missing, changed or swapped with its neighbour. */
export function oneSlipApart(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [Array.from(a), Array.from(b)] : [Array.from(b), Array.from(a)];
  if (long.length - short.length > 1) return false;
  let from = 0;
  while (from < short.length && short[from] === long[from]) from += 1;
  const rest = (skipShort: number, skipLong: number): boolean =>
    short.slice(from + skipShort).join('') === long.slice(from + skipLong).join('');
  if (short.length < long.length) return rest(0, 1);
  const swapped = short[from] === long[from + 1] && short[from + 1] === long[from];
  return rest(1, 1) || (swapped && rest(2, 2));
}
