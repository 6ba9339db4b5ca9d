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
}

/** Null when no field is named and given so. */
export function labelledIn(words: Words, fields: readonly Field[]): Labelled | null {
  const pattern = new RegExp(
    `(?:^|[\\n,;。.、])[ \\-*•·\\d.]*(?:另外|还有|以及|其中|然后)?["'【\\[]?(${namePattern(fields)})["'】\\]]?(?:\\s*[:=]|就?(?:叫做?|是|为|填写?|写|选)(?![否不])[:]?)`,
    'gu',
  );
  // 名称是什么 names a field and gives nothing.
  const marks = [...words.plain.matchAll(pattern)].filter(
    (mark) =>
      /[:=]$/u.test(mark[0]) || moodOf(firstClause(words.plain.slice(mark.index + mark[0].length))) === 'statement',
  );
  const [first] = marks;
  if (!first || marks.length > mostPieces) return null;
  const given = marks.flatMap((mark, index): FieldWords[] => {
    const start = mark.index + mark[0].length;
    const value = sliceWords(words, start, marks[index + 1]?.index);
    const field = fieldNamed(mark[1] ?? '', fields);
    const loosely = /[:=]$/u.test(mark[0]) ? value.raw : value.raw.replace(/(?:吧|就行|就好|就可以)了?[。.!!]?$/u, '');
    const said = loosely.replace(/[,,;;、]$/u, '').trim();
    return field && said !== '' ? [{ field: field.name, words: said }] : [];
  });
  const rest = sliceWords(words, 0, first.index);
  return { given, rest: rest.raw === '' ? null : rest };
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
