/** The body of one article in our file format: paragraphs part at blank lines, `(一) …` lines are items. */
import { itemMark, readItemMark } from './item-mark.ts';
import type { Item, ItemMarks, Paragraph } from './regulation.ts';
import { RegulationFileError } from './regulation-file-error.ts';

export interface BodyPlace {
  readonly file: string;
  /** Line of the file the first body line stands in, 1-based. */
  readonly line: number;
  readonly marks: ItemMarks;
}

interface OpenItem {
  readonly number: number;
  text: string;
}

/** Items may stand apart by blank lines: they belong to the paragraph above them. */
export function readParagraphs(body: readonly string[], place: BodyPlace): readonly Paragraph[] {
  const paragraphs: { text: string; items: OpenItem[] }[] = [];
  let fresh = true;
  for (const [index, raw] of body.entries()) {
    const line = raw.trim();
    const fail = (problem: string): never => {
      throw new RegulationFileError(place.file, place.line + index, problem);
    };
    if (line === '') {
      fresh = true;
      continue;
    }
    const paragraph = paragraphs.at(-1);
    const mark = readItemMark(line);
    if (mark) {
      if (!paragraph) return fail(`项之前没有引导的正文:${line.slice(0, 20)}`);
      const expected = paragraph.items.length + 1;
      if (mark.number !== expected) return fail(`项的编号不连续,应为${itemMark(expected, place.marks)}`);
      if (mark.marks !== place.marks)
        return fail(`项的括号与全文不一致,应写作${itemMark(mark.number, place.marks)}(文件头 itemMarks)`);
      if (mark.rest === '') return fail(`${line}没有内容`);
      paragraph.items.push({ number: mark.number, text: mark.rest });
    } else if (fresh || !paragraph) {
      paragraphs.push({ text: line, items: [] });
    } else {
      const item = paragraph.items.at(-1);
      if (item) item.text += `\n${line}`;
      else paragraph.text += `\n${line}`;
    }
    fresh = false;
  }
  return paragraphs.map(({ text, items }, index): Paragraph => ({
    number: index + 1,
    text,
    items: items.map(({ number, text: words }): Item => ({ number, text: words })),
  }));
}
