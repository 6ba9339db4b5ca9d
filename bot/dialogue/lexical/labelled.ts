/** Takes `字段:值` and `字段是值` out of a message: a line each, or several in one line. */
import type { Field } from '#tools/fields-of.ts';
import type { FieldWords } from '../command.ts';
import { sliceWords, type Words, wordsOf } from '../words.ts';
import { divide, type DivideOptions, mostPieces } from './divide.ts';
import { fieldNamed, namePattern } from './field-names.ts';
import { moodOf } from './mood.ts';

export interface Labelled {
  readonly given: readonly FieldWords[];
  /** What stands before the first label; null when nothing does. */
  readonly rest: Words | null;
  /** Lines that are labelled like fields and name none. */
  readonly unknown: readonly string[];
}

export interface LabelledOptions {
  /** Also `名称 值` and, where several fields are named so, `来源值`; a list of names would be misread. */
  readonly loosely: boolean;
}

/** Null when no field is named and given so. */
export function labelledIn(words: Words, fields: readonly Field[], { loosely }: LabelledOptions): Labelled | null {
  const marks = marksIn(words.plain, fields, loosely);
  const [first] = marks;
  if (!first || marks.length > mostPieces) return null;
  const others = unknownLines(words, fields).filter(({ start }) => start > first.index);
  const endOf = (start: number): number | undefined =>
    [...marks.map(({ index }) => index), ...others.map((other) => other.start)]
      .filter((index) => index >= start)
      .toSorted((a, b) => a - b)[0];
  const given = marks.flatMap((mark): FieldWords[] => {
    const start = mark.index + mark[0].length;
    const value = sliceWords(words, start, endOf(start));
    const field = fieldNamed(mark[1] ?? '', fields);
    const loosely = /[:=]$/u.test(mark[0]) ? value.raw : value.raw.replace(/(?:吧|就行|就好|就可以)了?[。.!!]?$/u, '');
    const said = loosely.replace(/[,,;;、]$/u, '').trim();
    return field && said !== '' ? [{ field: field.name, words: said }] : [];
  });
  const rest = sliceWords(words, 0, first.index);
  return { given, rest: rest.raw === '' ? null : rest, unknown: others.map(({ line }) => line) };
}

const before = '(?:^|[\\n,;:。.、])[ \\-*•·\\d.]*(?:另外|还有|以及|其中|然后|那么?)?';

function marksIn(plain: string, fields: readonly Field[], loosely: boolean): readonly RegExpExecArray[] {
  const names = namePattern(fields);
  const plainly = new RegExp(
    `${before}["'【\\[]?(${names})["'】\\]]?(?:\\s*[:=]|就?(?:叫做?|是|为|填写?|写|选)(?![否不错])[:]?)`,
    'gu',
  );
  // 名称是什么 names a field and gives nothing.
  const marks = [...plain.matchAll(plainly)].filter(
    (mark) => /[:=]$/u.test(mark[0]) || gives(firstClause(plain.slice(mark.index + mark[0].length))),
  );
  if (!loosely) return marks;
  const bySpace = new RegExp(`(?:^|[\\n,;:.])\\s*(${names})[ \\t]+(?=\\S)`, 'gu');
  const joined = new RegExp(`(?:^|[\\n,;:.])\\s*(${names})(?=[^\\s,;:.的和与及要需怎是为和])`, 'gu');
  const loose = [...plain.matchAll(bySpace), ...plain.matchAll(joined)].filter(
    (mark) =>
      gives(firstClause(plain.slice(mark.index + mark[0].length))) &&
      !marks.some(({ index, 0: text }) => mark.index >= index - 1 && mark.index < index + text.length),
  );
  const all = [...marks, ...loose].toSorted((a, b) => a.index - b.index);
  // 来源系统 alone is a name; beside other fields given so it is a field and its value.
  return all.length > 1 ? all : [...marks, ...loose.filter(({ 0: text }) => /\s$/u.test(text))];
}

function gives(clause: string): boolean {
  return /^(?:没有?|无)$/u.test(clause.trim()) || moodOf(clause) === 'statement';
}

/** `负责人:张三` where the form has no such field. */
function unknownLines(words: Words, fields: readonly Field[]): readonly { start: number; line: string }[] {
  return [...words.plain.matchAll(/(?<=^|\n)[ \-*•·]*([\p{Script=Han}]{2,8})\s*:[^\n]*/gu)].flatMap((match) =>
    fieldNamed(match[1] ?? '', fields)
      ? []
      : [{ start: match.index, line: sliceWords(words, match.index, match.index + match[0].length).raw }],
  );
}

/** Up to the first sign. */
function firstClause(plain: string): string {
  return /^[^,;.\n]*/u.exec(plain)?.[0] ?? '';
}

/** What follows a value in the same line may belong to other fields: 名称是学籍信息,每季度更新. */
export async function pullApart(
  given: readonly FieldWords[],
  options: Omit<DivideOptions, 'asked' | 'atLeast'>,
): Promise<readonly FieldWords[]> {
  const apart: FieldWords[] = [];
  for (const { field: name, words } of given) {
    const field = options.fields.find((one) => one.name === name) ?? null;
    const divided = await divide(wordsOf(words), { ...options, asked: field, atLeast: 0.95 });
    const [own] = divided.rest;
    if (!own) apart.push({ field: name, words });
    else {
      const others = divided.given.filter((one) => ![...given, ...apart].some((other) => other.field === one.field));
      apart.push({ field: name, words: others.length === 0 ? words : divided.text }, ...others);
    }
  }
  return apart;
}
