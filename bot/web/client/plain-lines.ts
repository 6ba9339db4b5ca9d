/** Draws plain text: a paragraph a line, with lines that begin like an item of a list hanging from their mark. */
import { el } from './element.ts';

const itemMark = /^(?:[（(][一二三四五六七八九十百零]{1,5}[）)]|\d{1,3}[.、)）]|[-•·—])\s*/;

export function plainLines(text: string): readonly HTMLElement[] {
  return text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const mark = itemMark.exec(line)?.[0];
      if (mark === undefined) return el('p', {}, line);
      return el(
        'p',
        { class: 'point' },
        el('span', { class: 'point-mark' }, mark.trim()),
        el('span', {}, line.slice(mark.length)),
      );
    });
}
