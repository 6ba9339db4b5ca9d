/** The mark before an item: (一) or （一）, as the regulation prints it. */
import { fromNumeral, toChineseNumeral } from '#knowledge/citations/chinese-numeral.ts';

import type { ItemMarks } from './regulation.ts';

/** 3 → `(三)`, or `（三）` where the regulation has full-width marks. */
export function itemMark(number: number, marks: ItemMarks = 'half'): string {
  const numeral = toChineseNumeral(number);
  return marks === 'full' ? `（${numeral}）` : `(${numeral})`;
}

/** The mark at the beginning of a line, if one stands there. */
export function readItemMark(line: string): { number: number; marks: ItemMarks; rest: string } | undefined {
  const match = /^([(\uff08])([一二三四五六七八九十百零]{1,5})[)\uff09]\s*/.exec(line);
  const number = match?.[2] === undefined ? undefined : fromNumeral(match[2]);
  if (!match || number === undefined) return undefined;
  return { number, marks: match[1] === '\uff08' ? 'full' : 'half', rest: line.slice(match[0].length) };
}
