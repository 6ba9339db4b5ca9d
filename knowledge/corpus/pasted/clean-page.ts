/** Takes the noise out of a pasted page (page marks, invisible characters, markdown marks) without moving any line. */

import { foldWidth } from '../fold-width.ts';

/** Blanks, soft hyphens, zero-width marks and the byte order mark that pages and PDFs leave behind. */
const invisible = /[\u00ad\u200b-\u200f\u2028-\u202f\u2060\ufeff]/g;
const otherBlanks = /[\t\f\v\u00a0\u1680\u2000-\u200a\u205f]/g;

/** `— 2 —` may stand in mid-sentence; hyphens only count as a page mark when they have a line to themselves. */
const dashedPageMark = /[ \u3000]*(?<![\w—–－])[—–－][ \u3000]*\d{1,3}[ \u3000]*[—–－](?![\w—–－])[ \u3000]*/g;
const pageMarkLine =
  /^[ \u3000]*(?:[-·~][ \u3000]*\d{1,3}[ \u3000]*[-·~]|第[ \u3000]*\d{1,3}[ \u3000]*页.*|\d{1,3}[ \u3000]*\/[ \u3000]*\d{1,3})[ \u3000]*$/gm;

const htmlComment = /<!--[\s\S]*?-->/g;
const markdownMarks = /^[ \u3000]*#{1,6}[ \u3000]+|\*\*|__/gm;

export function cleanPage(page: string): string {
  return page
    .replace(/\r\n?/g, '\n')
    .replace(invisible, '')
    .replace(otherBlanks, ' ')
    .replace(htmlComment, (comment) => comment.replace(/[^\n]/g, ''))
    .replace(markdownMarks, '')
    .replace(pageMarkLine, '')
    .replace(dashedPageMark, '');
}

/** Removes white space, save between two Latin words or numbers. */
export function squeeze(text: string): string {
  return text.trim().replace(/(?<![\w.)])\s+|\s+(?![\w(])/gu, '');
}

/** Whether a line ends a sentence, a part of one before a semicolon, or the lead of a list. */
export function endsSentence(line: string): boolean {
  // Only the last characters matter; a page may be long.
  return /[。;:!?…][”’"』」)]*$/u.test(foldWidth(line.trimEnd().slice(-8)));
}
