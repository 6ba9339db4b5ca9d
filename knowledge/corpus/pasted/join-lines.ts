/** Makes paragraphs of an article's pasted lines: joins what a page break or a narrow column has cut in two. */
import { foldWidth } from '../fold-width.ts';
import { readItemMark } from '../item-mark.ts';
import { endsSentence, squeeze } from './clean-page.ts';

/** `1.` and `一、` divide an item or a paragraph further; they have no level of their own and stay lines of it. */
const subdivision = /^ *(?:\d{1,2}[.、)]|[一二三四五六七八九十]{1,3}、)/;
const indentation = /^(?:\u3000{2}| {2,})/;

/** Whether the document marks a new paragraph by indenting it, and leaves wrapped lines at the margin. */
export function indentsParagraphs(lines: readonly string[]): boolean {
  const filled = lines.filter((line) => line.trim() !== '');
  const indented = filled.filter((line) => indentation.test(line)).length;
  return indented > 0 && filled.length - indented > filled.length * 0.2;
}

/** @returns one text per paragraph and per item, white space squeezed out; `1.` lines stay lines of their text */
export function joinLines(lines: readonly string[], indents: boolean): readonly string[] {
  const paragraphs: string[] = [];
  for (const line of lines) {
    const words = squeeze(line);
    if (words === '') continue;
    const last = paragraphs.length - 1;
    const open = paragraphs[last];
    const startsItem = readItemMark(words) !== undefined;
    const wrapped = indents && !indentation.test(line) && !foldWidth(open ?? '').endsWith(':');
    if (open === undefined) paragraphs.push(words);
    else if (subdivision.test(foldWidth(words)) && endsSentence(open)) paragraphs[last] = `${open}\n${words}`;
    else if (!startsItem && (!endsSentence(open) || wrapped)) {
      const gap = /\w$/.test(open) && /^\w/.test(words) ? ' ' : '';
      paragraphs[last] = open + gap + words;
    } else paragraphs.push(words);
  }
  return paragraphs;
}
