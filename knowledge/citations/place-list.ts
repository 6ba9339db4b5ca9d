/** Reads the numbers of a citation, one, a list or a range: 二十一、二十二 / 31到33 / 2款和4. */
import { fromNumeral, numeralCharacters } from './chinese-numeral.ts';

/** Patterns for half-width text; each numeral may stand after a further 第. */
export const numeral = `[${numeralCharacters}]{1,7}`;
export const rangeSign = '(?:至|到|[-—–~])';
export const listSign = '(?:、|,|和|与|及|以及)';
/** Bounded, so that a page of numbers is read in one pass. */
const longestList = 30;
export const numeralList = `${numeral}(?: *(?:${rangeSign}|${listSign}) *第? *${numeral}){0,${longestList}}`;

/** A range longer than this is a slip; only its ends are taken. */
const longestRange = 100;

/** All numbers between two, the ends included; nothing when they run backwards. */
export function numbersBetween(from: number, to: number): readonly number[] {
  if (to < from) return [];
  if (to - from > longestRange) return [from, to];
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

/** @param text matched by `numeralList`; undefined when one of its parts is no number from 1 to 999 */
export function readNumberList(text: string): readonly number[] | undefined {
  const numbers: number[] = [];
  let range = false;
  for (const part of text.split(new RegExp(`(${rangeSign}|${listSign})`))) {
    const word = part.replace(/[第 ]/g, '');
    if (new RegExp(`^${rangeSign}$`).test(word)) range = true;
    else if (!new RegExp(`^${listSign}$`).test(word)) {
      const value = fromNumeral(word);
      if (value === undefined || value < 1 || value > 999) return undefined;
      const last = numbers.at(-1);
      if (range && last !== undefined) numbers.push(...numbersBetween(last, value).slice(1));
      else numbers.push(value);
      range = false;
    }
  }
  return numbers;
}
