/** Takes `字段:值` out of a message: a line each, or several in one line. */
import type { Field } from '#tools/fields-of.ts';
import type { FieldWords } from '../command.ts';
import { sliceWords, type Words } from '../words.ts';
import { fieldNamed, namePattern } from './field-names.ts';

export interface Labelled {
  readonly given: readonly FieldWords[];
  /** What stands before the first label; null when nothing does. */
  readonly rest: Words | null;
}

/** Null when no field is named with a colon. */
export function labelledIn(words: Words, fields: readonly Field[]): Labelled | null {
  const pattern = new RegExp(
    `(?:^|[\\n,;。.、])[ \\-*•·\\d.]*["'【\\[]?(${namePattern(fields)})["'】\\]]?\\s*[:=]`,
    'gu',
  );
  const marks = [...words.plain.matchAll(pattern)];
  const [first] = marks;
  if (!first) return null;
  const given = marks.flatMap((mark, index): FieldWords[] => {
    const start = mark.index + mark[0].length;
    const value = sliceWords(words, start, marks[index + 1]?.index);
    const field = fieldNamed(mark[1] ?? '', fields);
    const said = value.raw.replace(/[,,;;、]$/u, '').trim();
    return field && said !== '' ? [{ field: field.name, words: said }] : [];
  });
  const rest = sliceWords(words, 0, first.index);
  return { given, rest: rest.raw === '' ? null : rest };
}
