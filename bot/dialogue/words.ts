/** What a person wrote, as it is and as it is compared: the same length, so that a place in one is the place in the other. */
import { simplifyText } from '#knowledge/query/simplify-text.ts';

export interface Words {
  /** As written, trimmed: what goes into a text field. */
  readonly raw: string;
  /** Half width, lower case, simplified: what is looked at. */
  readonly plain: string;
}

export function wordsOf(text: string): Words {
  const raw = text.replace(/\r\n?/g, '\n').trim();
  const folded = Array.from(raw, fold).join('');
  const simplified = simplifyText(folded).text;
  return { raw, plain: simplified.length === raw.length ? simplified : folded };
}

/** One character to one of the same length. */
function fold(char: string): string {
  const narrow = sameMeaning[char] ?? char.normalize('NFKC').toLowerCase();
  return narrow.length === char.length ? narrow : char;
}

const sameMeaning: Readonly<Record<string, string>> = {
  '。': '.',
  '、': '、',
  '“': '"',
  '”': '"',
  '‘': "'",
  '’': "'",
  '「': '"',
  '」': '"',
  '『': '"',
  '』': '"',
  '〜': '~',
  '\u3000': ' ',
  '\t': '\t',
};

export function sliceWords({ raw, plain }: Words, start: number, end?: number): Words {
  const from = raw.slice(start, end);
  const lead = from.length - from.trimStart().length;
  const length = from.trim().length;
  return { raw: from.trim(), plain: plain.slice(start + lead, start + lead + length) };
}

/** Pieces between signs and line breaks, none of them empty. */
export function segmentsOf(words: Words, separators = /[,;.!?\n]/u): readonly Words[] {
  const pieces: Words[] = [];
  let start = 0;
  for (let index = 0; index <= words.plain.length; index += 1) {
    const char = words.plain[index];
    if (char !== undefined && !(separators.test(char) && !insideNumber(words.plain, index))) continue;
    const piece = sliceWords(words, start, index);
    if (piece.raw !== '') pieces.push(piece);
    start = index + 1;
  }
  return pieces;
}

/** The dot of 3.5 and of a web address parts nothing. */
function insideNumber(text: string, index: number): boolean {
  return text[index] === '.' && /[\da-z]/.test(text[index - 1] ?? '') && /[\da-z]/.test(text[index + 1] ?? '');
}
