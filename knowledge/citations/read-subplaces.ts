/** Reads the paragraphs and items named behind an article: 第三款第(二)项 / 第二款、第四款 / 3款. */
import type { Place } from './citation.ts';
import { listSign, numbersBetween, numeral, numeralList, rangeSign, readNumberList } from './place-list.ts';

const link = '(?: *(?:的|之|,)? *)';
const markedNumeral = `\\(? *${numeral} *\\)?`;
const itemList = `${markedNumeral}(?: *(?:${rangeSign}|${listSign}) *第? *${markedNumeral})*`;
const paragraphHere = new RegExp(`${link}第? *(${numeralList}) *款`, 'y');
/** Directly behind an article a bare number of 项 counts things: 第二十五条的三项清单. */
const firstItemHere = new RegExp(`${link}(?=第|\\()第? *(${itemList}) *项`, 'y');
const itemHere = new RegExp(`${link}第? *(${itemList}) *项`, 'y');
const nextParagraphHere = new RegExp(` *${listSign} *第 *(${numeralList}) *款`, 'y');
const lastParagraphHere = new RegExp(` *${rangeSign} *第? *(${numeral}) *款`, 'y');

export interface Subplaces {
  /** Parts of the article; one empty part when the article itself is meant. */
  readonly parts: readonly Omit<Place, 'article'>[];
  /** Offset behind the last word read. */
  readonly end: number;
}

function match(pattern: RegExp, text: string, at: number): { numbers: readonly number[]; end: number } | undefined {
  pattern.lastIndex = at;
  const found = pattern.exec(text);
  const numbers = found?.[1] === undefined ? undefined : readNumberList(found[1].replace(/[()]/g, ''));
  return found && numbers ? { numbers, end: at + found[0].length } : undefined;
}

/**
 * @param text half-width
 * @param at offset behind the article
 */
export function readSubplaces(text: string, at: number): Subplaces {
  const parts: { paragraph?: number; item?: number }[] = [];
  let end = at;
  for (;;) {
    const range = parts.length > 0 ? match(lastParagraphHere, text, end) : undefined;
    const from = parts.at(-1)?.paragraph;
    if (range && from !== undefined) {
      for (const paragraph of numbersBetween(from, range.numbers[0] ?? from).slice(1)) parts.push({ paragraph });
      end = range.end;
      continue;
    }
    const paragraph = match(parts.length === 0 ? paragraphHere : nextParagraphHere, text, end);
    if (paragraph) end = paragraph.end;
    const items = paragraph
      ? match(itemHere, text, end)
      : parts.length === 0
        ? match(firstItemHere, text, end)
        : undefined;
    if (items) end = items.end;
    if (!paragraph && !items) break;
    const last = paragraph?.numbers.at(-1);
    for (const number of paragraph?.numbers.slice(0, items ? -1 : undefined) ?? []) parts.push({ paragraph: number });
    for (const item of items?.numbers ?? []) parts.push(last === undefined ? { item } : { paragraph: last, item });
  }
  return { parts: parts.length === 0 ? [{}] : parts, end };
}
