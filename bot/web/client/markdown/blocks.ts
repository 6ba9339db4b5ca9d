/** Reads markdown into blocks: paragraphs, headings, lists, quotes, code, tables. HTML in it is text like any other. */
import type { Inline } from './inline.ts';
import { readInline } from './inline.ts';

export type Block =
  | { readonly kind: 'paragraph'; readonly content: readonly Inline[] }
  | { readonly kind: 'heading'; readonly level: number; readonly content: readonly Inline[] }
  | { readonly kind: 'list'; readonly start: number | null; readonly items: readonly (readonly Block[])[] }
  | { readonly kind: 'quote'; readonly blocks: readonly Block[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'table'; readonly rows: readonly (readonly (readonly Inline[])[])[] }
  | { readonly kind: 'rule' };

/** Deeper nesting is read as text. */
const deepest = 5;
const itemStart = /^ {0,3}([-*+]|\d{1,6}[.)、])(?: +|$)/;
/** Stands for `\\|` while a row is cut up; no text of people has it. */
const escapedLine = '\uE000';
const tableRule = /^ *\|? *:?-+:? *(?:\| *:?-+:? *)*\|? *$/;

export function readBlocks(markdown: string, depth = 0): readonly Block[] {
  const lines = markdown.replace(/\r\n?/g, '\n').split('\n');
  const blocks: Block[] = [];
  for (let at = 0; at < lines.length;) {
    const line = lines[at] ?? '';
    if (line.trim() === '') {
      at += 1;
      continue;
    }
    const { block, length } = readBlock(lines, at, depth);
    blocks.push(block);
    at += Math.max(1, length);
  }
  return blocks;
}

interface Read {
  readonly block: Block;
  /** Lines it takes up. */
  readonly length: number;
}

function readBlock(lines: readonly string[], at: number, depth: number): Read {
  const line = lines[at] ?? '';
  const fence = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
  if (fence !== undefined) return readFence(lines, at, fence);
  const heading = /^ {0,3}(#{1,6}) +(.*?)(?: +#+)? *$/.exec(line);
  if (heading) {
    const content = readInline(heading[2] ?? '');
    return { block: { kind: 'heading', level: (heading[1] ?? '#').length, content }, length: 1 };
  }
  if (/^ {0,3}([-*_])(?: *\1){2,} *$/.test(line)) return { block: { kind: 'rule' }, length: 1 };
  if (depth < deepest && /^ {0,3}>/.test(line)) return readQuote(lines, at, depth);
  if (depth < deepest && itemStart.test(line)) return readList(lines, at, depth);
  if (line.includes('|') && tableRule.test(lines[at + 1] ?? '')) return readTable(lines, at);
  return readParagraph(lines, at);
}

function readFence(lines: readonly string[], at: number, fence: string): Read {
  const end = lines.findIndex((line, index) => index > at && line.trim().startsWith(fence));
  const last = end < 0 ? lines.length : end;
  return { block: { kind: 'code', text: lines.slice(at + 1, last).join('\n') }, length: last - at + 1 };
}

function readQuote(lines: readonly string[], at: number, depth: number): Read {
  const quoted = takeWhile(lines, at, (line) => /^ {0,3}>/.test(line));
  const inner = quoted.map((line) => line.replace(/^ {0,3}> ?/, '')).join('\n');
  return { block: { kind: 'quote', blocks: readBlocks(inner, depth + 1) }, length: quoted.length };
}

function readList(lines: readonly string[], at: number, depth: number): Read {
  const first = itemStart.exec(lines[at] ?? '')?.[1] ?? '-';
  const ordered = /^\d/.test(first);
  const items: string[][] = [];
  const all = takeWhile(lines, at, (line, index) => {
    const start = itemStart.exec(line);
    // Indented by two and more, it belongs to the item above.
    if (start && (items.length === 0 || !line.startsWith('  '))) {
      if (/^\d/.test(start[1] ?? '') !== ordered) return false;
      items.push([line.slice(start[0].length)]);
      return true;
    }
    const blank = line.trim() === '';
    // A list goes on after an empty line only when what follows is indented or is the next item.
    if (blank) return /^ {2,}\S/.test(lines[index + 1] ?? '') || itemStart.test(lines[index + 1] ?? '');
    if (!/^ {2,}/.test(line) && (lines[index - 1] ?? '').trim() === '') return false;
    items.at(-1)?.push(line.replace(/^ {1,4}/, ''));
    return true;
  });
  const block: Block = {
    kind: 'list',
    start: ordered ? Number.parseInt(first, 10) : null,
    items: items.map((item) => readBlocks(item.join('\n'), depth + 1)),
  };
  return { block, length: all.length };
}

function readTable(lines: readonly string[], at: number): Read {
  const rows = takeWhile(lines, at, (line) => line.includes('|') && line.trim() !== '');
  const cells = rows
    .filter((_, index) => index !== 1)
    .map((row) =>
      row
        .trim()
        .replace(/^\||\|$/g, '')
        // A line after a backslash is one of the text.
        .replace(/\\\|/g, escapedLine)
        .split('|')
        .map((cell) => readInline(cell.replaceAll(escapedLine, '|').trim())),
    );
  return { block: { kind: 'table', rows: cells }, length: rows.length };
}

function readParagraph(lines: readonly string[], at: number): Read {
  const taken = takeWhile(
    lines,
    at,
    (line, index) => line.trim() !== '' && (index === at || !/^ {0,3}(?:#{1,6} |>|`{3}|~{3}|[-*+] )/.test(line)),
  );
  const content = readInline(
    taken
      .map((line) => line.replace(/^ +/, ''))
      .join('\n')
      .trimEnd(),
  );
  return { block: { kind: 'paragraph', content }, length: taken.length };
}

function takeWhile(
  lines: readonly string[],
  from: number,
  holds: (line: string, index: number) => boolean,
): readonly string[] {
  let to = from;
  while (to < lines.length && holds(lines[to] ?? '', to)) to += 1;
  return lines.slice(from, to);
}
