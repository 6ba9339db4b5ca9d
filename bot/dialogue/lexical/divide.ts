/** Divides a statement between the field it is meant for and others that parts of it plainly name. */
import type { GivenFields } from '#tools/field-meta.ts';
import type { Field } from '#tools/fields-of.ts';
import type { LookContext } from '#tools/tool-context.ts';
import type { FieldWords } from '../command.ts';
import { segmentsOf, type Words } from '../words.ts';
import { coverage, spotFields } from './spot-fields.ts';

export interface Divided {
  /** Given to other fields. */
  readonly given: readonly FieldWords[];
  /** Pieces that speak for nothing else. */
  readonly rest: readonly Words[];
  /** The same as text, with the signs that stand between them. */
  readonly text: string;
}

export interface DivideOptions {
  readonly fields: readonly Field[];
  readonly values: GivenFields;
  readonly context: LookContext;
  /** The field the statement is meant for, if any. */
  readonly asked: Field | null;
  /** How much of a piece must speak for another field, 1 for all of it. */
  readonly atLeast: number;
}

/** Between pieces of a list people may leave out the comma: 体检数据 每年更新. */
const separators = /[,;.!?\n\s]/u;

/** A message of more pieces than this is one text, or a table. */
export const mostPieces = 60;

export async function divide(words: Words, options: DivideOptions): Promise<Divided> {
  const { fields, values, context, asked, atLeast } = options;
  const given: FieldWords[] = [];
  const rest: Words[] = [];
  const others = fields.filter(({ name }) => name !== asked?.name);
  const segments = segmentsOf(words, separators);
  if (segments.length > mostPieces) return { given, rest: segments, text: words.raw };
  for (const segment of segments) {
    const spots = await spotFields(segment, others, values, context);
    if (spots.length > 0 && coverage(segment, spots) >= atLeast)
      given.push(...spots.map(({ field, words: said }) => ({ field, words: said })));
    else rest.push(segment);
  }
  return { given, rest, text: given.length === 0 ? words.raw : joined(words, rest) };
}

function joined(words: Words, rest: readonly Words[]): string {
  let from = 0;
  return rest
    .map((segment, index) => {
      const start = words.raw.indexOf(segment.raw, from);
      const between = words.raw.slice(from, start);
      from = start + segment.raw.length;
      return index === 0 ? segment.raw : `${between.length <= 2 ? between : ','}${segment.raw}`;
    })
    .join('');
}
