/** Finds where chapters, sections and articles begin in a pasted text, also where their heads are glued to other words. */
import { fromNumeral, numeralCharacters } from '#knowledge/citations/chinese-numeral.ts';

import { type Heading, headingKinds, printHeading } from '../heading.ts';
import { foldWidth } from '../fold-width.ts';
import { RegulationFileError } from '../regulation-file-error.ts';
import { endsSentence } from './clean-page.ts';

/** A numbered head in the text; its title is what follows it and is read later. */
export interface Head {
  readonly kind: Heading['kind'];
  readonly number: number;
  /** Offsets of the head itself, 第…条. */
  readonly start: number;
  readonly end: number;
  /** Whether it is the first thing in its line. */
  readonly atLineStart: boolean;
}

/** Words after which 第…条 is a reference and not a head: 第三条规定的…, 第三条、第四条. */
const reference = /^(?:规定|所|第|和|与|、|,|或|及|至|的|中|之|款|项)/;

/** More blanks than this before a head are no indentation. */
const deepestIndent = 80;

function candidates(text: string): readonly Head[] {
  const pattern = new RegExp(`第 *([${numeralCharacters}]{1,7}) *([章节条])`, 'g');
  return Array.from(text.matchAll(pattern), (match): Head | undefined => {
    const number = fromNumeral(match[1] ?? '');
    const unit = match[2];
    if (number === undefined || (unit !== '章' && unit !== '节' && unit !== '条')) return undefined;
    const end = match.index + match[0].length;
    const before = text.slice(Math.max(0, match.index - deepestIndent), match.index).trimEnd();
    const atLineStart = /(?:^|\n) *$/.test(text.slice(Math.max(0, match.index - deepestIndent), match.index));
    const looksLikeHead = /^(?:[ \n【[(]|$)/.test(text.slice(end));
    if (reference.test(text.slice(end))) return undefined;
    if (!endsSentence(before) && !(atLineStart && looksLikeHead) && before !== '') {
      // What is left is a head glued to a chapter's title; `follows` accepts it only directly after that chapter.
      if (unit === '章' || atLineStart) return undefined;
    }
    return { kind: headingKinds[unit], number, start: match.index, end, atLineStart };
  }).filter((head) => head !== undefined);
}

/** The words between a chapter's or section's head and the next head can only be its title. */
function isTitle(words: string): boolean {
  return words.trim().length <= 30 && !/[。;,:]/.test(words);
}

/** Whether it is the first thing in its line or in its sentence. */
function isFree(head: Head, text: string): boolean {
  return head.atLineStart || endsSentence(text.slice(Math.max(0, head.start - deepestIndent), head.start));
}

/** Everything numbered in sequence from one 第一条 on, with the chapter and section heads that open it. */
function sequenceFrom(first: number, all: readonly Head[], text: string): readonly Head[] {
  const heads: Head[] = [];
  for (let index = first - 1; index >= 0; index -= 1) {
    const head = all[index];
    const next = heads[0] ?? all[first];
    if (!head || !next || head.kind === 'article' || head.number !== 1) break;
    if (!isTitle(text.slice(head.end, next.start))) break;
    heads.unshift(head);
    if (head.kind === 'chapter') break;
  }
  const last = { chapter: 0, section: 0, article: 0 };
  for (const head of heads) last[head.kind] = 1;
  for (const head of all.slice(first)) {
    if (head.number !== last[head.kind] + 1 && !(head.kind === 'section' && head.number === 1)) continue;
    const previous = heads.at(-1);
    const free = isFree(head, text);
    const glued =
      previous !== undefined && previous.kind !== 'article' && isTitle(text.slice(previous.end, head.start));
    if (!free && !glued) continue;
    if (head.kind === 'chapter') last.section = 0;
    last[head.kind] = head.number;
    heads.push(head);
  }
  return heads;
}

const articlesIn = (heads: readonly Head[]): number => heads.filter(({ kind }) => kind === 'article').length;

/**
 * A table of contents or a second document may also have a 第一条: the longest sequence is the text, of equals the last.
 * @param page a cleaned page
 * @throws RegulationFileError when there is no article or when the numbering has a gap
 */
export function findHeads(page: string, file: string): readonly Head[] {
  const text = foldWidth(page);
  const all = candidates(text);
  let best: readonly Head[] = [];
  for (const [index, head] of all.entries()) {
    if (head.kind !== 'article' || head.number !== 1) continue;
    // Glued to other words than a chapter's title it begins nothing.
    if (!isFree(head, text) && all[index - 1]?.kind !== 'chapter' && all[index - 1]?.kind !== 'section') continue;
    const heads = sequenceFrom(index, all, text);
    if (articlesIn(heads) >= articlesIn(best)) best = heads;
  }
  const lastHead = best.at(-1);
  if (!lastHead) throw new RegulationFileError(file, null, '没有找到“第一条”,看不出是规章条文');
  const start = best[0]?.start ?? 0;
  const count = {
    article: articlesIn(best),
    chapter: best.filter(({ kind }) => kind === 'chapter').length,
    section: 0,
  };
  const stray = all.find(
    (head) =>
      head.start > start &&
      head.atLineStart &&
      head.kind !== 'section' &&
      head.number > count[head.kind] &&
      !best.includes(head),
  );
  if (stray) {
    const line = text.slice(0, stray.start).split('\n').length;
    const expected = printHeading({ kind: stray.kind, number: count[stray.kind] + 1, title: '' });
    throw new RegulationFileError(file, line, `这里是${text.slice(stray.start, stray.end)},但前面没有找到${expected}`);
  }
  return best;
}
