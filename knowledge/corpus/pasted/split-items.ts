/** Finds the items (一), (二) … of an article, in lines of their own or glued one after the other. */
import { fromNumeral } from '#knowledge/citations/chinese-numeral.ts';

import { foldWidth } from '../fold-width.ts';
import { readItemMark } from '../item-mark.ts';
import type { ItemMarks, Paragraph } from '../regulation.ts';

export interface ReadBody {
  readonly paragraphs: readonly Paragraph[];
  readonly doubts: readonly string[];
  /** Widths of the marks met. */
  readonly marks: readonly ItemMarks[];
}

interface OpenParagraph {
  text: string;
  items: string[];
}

/** Cuts `…:(一)…;(二)…` before each mark that is next in the sequence; 第(二)项 and 前款(二) are references. */
function cutAtMarks(text: string, expected: number): readonly string[] {
  const folded = foldWidth(text);
  const cuts: number[] = [];
  let next = expected;
  for (const match of folded.matchAll(/\(([一二三四五六七八九十百零]{1,5})\)/g)) {
    const before = folded.slice(0, match.index);
    if (fromNumeral(match[1] ?? '') !== next || !/(?:^|[:;。,、]|\n)$/.test(before)) continue;
    if (next === 1 && !/(?:^|:)$/.test(before)) continue;
    cuts.push(match.index);
    next += 1;
  }
  const starts = cuts[0] === 0 ? cuts : [0, ...cuts];
  return starts.map((start, index) => text.slice(start, starts[index + 1]));
}

/** A sentence after the end of the last item belongs to the article again, if no other item has more than one. */
function tailOf(items: readonly string[]): string | undefined {
  const last = items.at(-1);
  if (last === undefined || items.length < 2 || items.slice(0, -1).some((item) => /。./.test(item))) return undefined;
  const end = last.indexOf('。');
  const tail = end < 0 ? '' : last.slice(end + 1);
  return tail === '' || tail.startsWith('\n') ? undefined : tail;
}

/** @param texts joined paragraphs and item lines of one article */
export function splitItems(texts: readonly string[]): ReadBody {
  const open: OpenParagraph[] = [];
  const doubts: string[] = [];
  const marks: ItemMarks[] = [];
  for (const text of texts) {
    for (const piece of cutAtMarks(text, (open.at(-1)?.items.length ?? 0) + 1)) {
      const mark = readItemMark(piece);
      const paragraph = open.at(-1);
      if (mark && paragraph && mark.number === paragraph.items.length + 1) {
        marks.push(mark.marks);
        paragraph.items.push(mark.rest);
      } else {
        if (mark) doubts.push(`“${piece.slice(0, 12)}…”像是一项,但编号接不上,按正文处理`);
        open.push({ text: piece, items: [] });
      }
    }
    const paragraph = open.at(-1);
    const tail = paragraph && tailOf(paragraph.items);
    const last = paragraph?.items.at(-1);
    if (paragraph && tail !== undefined && last !== undefined) {
      paragraph.items[paragraph.items.length - 1] = last.slice(0, -tail.length);
      open.push({ text: tail, items: [] });
      doubts.push(`最后一项之后的“${tail.slice(0, 12)}…”作为新的一款`);
    }
  }
  const paragraphs = open.map(({ text, items }, index) => ({
    number: index + 1,
    text,
    items: items.map((words, position) => ({ number: position + 1, text: words })),
  }));
  return { paragraphs, doubts, marks };
}
