/** The numbered headings of a regulation (第一章 总则, 第一节 …, 第一条 …): read from a line, printed back. */
import { fromNumeral, toChineseNumeral } from '#knowledge/citations/chinese-numeral.ts';

export const headingKinds = { 章: 'chapter', 节: 'section', 条: 'article' } as const;
export type HeadingKind = (typeof headingKinds)[keyof typeof headingKinds];

export interface Heading {
  readonly kind: HeadingKind;
  readonly number: number;
  /** Empty where the heading has none. */
  readonly title: string;
}

const unitOf: Readonly<Record<HeadingKind, string>> = { chapter: '章', section: '节', article: '条' };

function kindOf(unit: string | undefined): HeadingKind | undefined {
  return unit === '章' || unit === '节' || unit === '条' ? headingKinds[unit] : undefined;
}

/** The heading that makes up the whole line; undefined for any other line. */
export function readHeading(line: string): Heading | undefined {
  const match = /^第([一二三四五六七八九十百零]{1,7})([章节条])(?:\s+(.*\S))?\s*$/.exec(line);
  const number = match?.[1] === undefined ? undefined : fromNumeral(match[1]);
  const kind = kindOf(match?.[2]);
  if (!match || number === undefined || !kind) return undefined;
  return { kind, number, title: match[3] ?? '' };
}

/** `第一条 目标和依据`, or `第三十九条` without a title. */
export function printHeading({ kind, number, title }: Heading): string {
  const name = `第${toChineseNumeral(number)}${unitOf[kind]}`;
  return title === '' ? name : `${name} ${title}`;
}
