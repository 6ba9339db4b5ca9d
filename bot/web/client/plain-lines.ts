/** Draws plain text: a paragraph a line, with lines that begin like an item of a list hanging from their mark, addresses as links. */
import { el } from './element.ts';
import { safeAddress } from './markdown/inline.ts';

const itemMark = /^(?:[（(][一二三四五六七八九十百零]{1,5}[）)]|\d{1,3}[.、)）]|[-•·—])\s*/;

export function plainLines(text: string): readonly HTMLElement[] {
  return text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const mark = itemMark.exec(line)?.[0];
      if (mark === undefined) return el('p', {}, ...withLinks(line));
      return el(
        'p',
        { class: 'point' },
        el('span', { class: 'point-mark' }, mark.trim()),
        el('span', {}, ...withLinks(line.slice(mark.length))),
      );
    });
}

/** Ends before what closes a sentence or a bracket, in either script; a question mark goes on where a query follows it. */
const address = /https?:\/\/(?:[^\s<>"'“”‘’()()《》【】,。;、!?]|\?(?=[\w=]))+/g;

function withLinks(line: string): readonly (Node | string)[] {
  const parts: (Node | string)[] = [];
  let at = 0;
  for (const match of line.matchAll(address)) {
    const href = safeAddress(match[0]);
    if (href === null) continue;
    parts.push(
      line.slice(at, match.index),
      el('a', { href, target: '_blank', rel: 'noopener noreferrer' }, labelOf(match[0])),
    );
    at = match.index + match[0].length;
  }
  return [...parts, line.slice(at)].filter((part) => part !== '');
}

/** A file to take along is called by its name: the rest of its address is a signature nobody reads. */
function labelOf(address: string): string {
  const name = /\/files\/([^/?]+)\?/.exec(address)?.[1];
  if (name === undefined) return address;
  try {
    return decodeURIComponent(name);
  } catch {
    return address;
  }
}
