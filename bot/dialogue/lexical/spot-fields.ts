/** Finds the fields of a form that a sentence gives already, each by words of its own. */
import type { GivenFields } from '#tools/field-meta.ts';
import type { Field } from '#tools/fields-of.ts';
import type { LookContext } from '#tools/tool-context.ts';
import type { FieldWords } from '../command.ts';
import { readerOf } from '../kinds/kinds.ts';
import { sliceWords, type Words } from '../words.ts';

export interface SpottedField extends FieldWords {
  readonly start: number;
  readonly end: number;
}

/** Where two fields want the same words the text has them: what stands within a name is part of the name. */
export async function spotFields(
  sentence: Words,
  fields: readonly Field[],
  given: GivenFields,
  context: LookContext,
): Promise<readonly SpottedField[]> {
  const found: (SpottedField & { readonly open: boolean })[] = [];
  for (const field of fields) {
    if (field.meta.fixed) continue;
    const reader = readerOf(field.meta.kind);
    const spots = await reader.spot(sentence, { ...context, field, given });
    const [first] = spots;
    if (!first) continue;
    const { start, end } = first;
    found.push({ field: field.name, words: sliceWords(sentence, start, end).raw, start, end, open: reader.open });
  }
  const byRank = found.toSorted((a, b) => Number(b.open) - Number(a.open) || b.end - b.start - (a.end - a.start));
  const kept: SpottedField[] = [];
  for (const { open: _, ...one } of byRank)
    if (!kept.some(({ start, end }) => one.start < end && one.end > start)) kept.push(one);
  return kept.toSorted((a, b) => a.start - b.start);
}

/** Words that carry a value and say nothing themselves. */
const glue =
  /更新周期|更新频率|更新|共享类型|开放类型|共享|开放|类型|周期|的话|就|都|按|按照|是|为|的|了|吧|选|填|设|成|由|归|给|这个|来|可以(?=\s)|肯定|应该|当然|一定|也|还|一样|同样|[,;:.、!~\s"'()]/gu;

/** How much of the sentence the words found take up, small words aside: 1 is all of it. */
export function coverage(sentence: Words, spots: readonly SpottedField[]): number {
  const characters = Array.from(sentence.plain);
  for (const { start, end } of spots) characters.fill(' ', start, end);
  const left = characters.join('').replace(glue, '').length;
  const all = sentence.plain.replace(/[\s,;:.、!~"'()]/gu, '').length;
  return all === 0 ? 0 : 1 - left / all;
}
