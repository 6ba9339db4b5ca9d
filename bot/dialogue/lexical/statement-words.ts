/** A statement made while a form is open: the answer to its question, other fields, or both. */
import type { Field } from '#tools/fields-of.ts';
import type { Command, FieldWords } from '../command.ts';
import { readerOf } from '../kinds/kinds.ts';
import type { FormInHand, TurnView } from '../understanding.ts';
import { segmentsOf, type Words } from '../words.ts';
import { coverage, spotFields } from './spot-fields.ts';

/** A segment counts as given to another field when nearly all of it speaks for that. */
const nearlyAll = 0.75;

export async function statementOf(words: Words, inHand: FormInHand, view: TurnView): Promise<readonly Command[]> {
  const { asked } = inHand;
  const open = asked !== null && readerOf(asked.meta.kind).open;
  if (asked && !open) return await answerClosed(words, asked, inHand, view);
  const { given, rest } = await sorted(words, inHand, view, asked);
  const set: readonly Command[] = given.length === 0 ? [] : [{ kind: 'set', fields: [...given] }];
  if (!asked || rest.length === 0) return set.length > 0 ? set : [{ kind: 'answer', words: words.raw }];
  // A text stays whole unless parts of it plainly belong elsewhere.
  const answer = given.length === 0 ? words.raw : joined(words, rest);
  return [{ kind: 'answer', words: answer }, ...set];
}

/** The question has an answer of a certain kind: it is looked for first, everything else after. */
async function answerClosed(
  words: Words,
  asked: Field,
  inHand: FormInHand,
  view: TurnView,
): Promise<readonly Command[]> {
  const context = { ...view.context, field: asked, given: inHand.draft.content.values };
  const reader = readerOf(asked.meta.kind);
  const segments = segmentsOf(words);
  const answering: Words[] = [];
  const other: Words[] = [];
  for (const segment of segments) {
    const reading = await reader.read(segment, context);
    (reading.kind === 'invalid' ? other : answering).push(segment);
  }
  const given: FieldWords[] = [];
  for (const segment of other) given.push(...(await sorted(segment, inHand, view, asked)).given);
  const set: readonly Command[] = given.length === 0 ? [] : [{ kind: 'set', fields: given }];
  // One word can serve two fields only when the segment names both: 无条件共享和开放.
  const also = await Promise.all(answering.map((segment) => spottedBeside(segment, asked, inHand, view)));
  const beside = also.flat().filter(({ field }) => !given.some((one) => one.field === field));
  const more: readonly Command[] = beside.length === 0 ? [] : [{ kind: 'set', fields: beside }];
  if (answering.length === 0) return set.length > 0 ? set : [{ kind: 'answer', words: words.raw }];
  return [{ kind: 'answer', words: answering.map(({ raw }) => raw).join(',') }, ...set, ...more];
}

async function spottedBeside(
  segment: Words,
  asked: Field,
  inHand: FormInHand,
  view: TurnView,
): Promise<readonly FieldWords[]> {
  const given = inHand.draft.content.values;
  const others = inHand.form.fields.filter(
    ({ name, meta }) => name !== asked.name && given[name] === undefined && meta.near !== undefined,
  );
  const spots = await spotFields(segment, others, given, view.context);
  return spots.map(({ field, words }) => ({ field, words }));
}

interface Sorted {
  readonly given: readonly FieldWords[];
  readonly rest: readonly Words[];
}

async function sorted(words: Words, { form, draft }: FormInHand, view: TurnView, asked: Field | null): Promise<Sorted> {
  const given: FieldWords[] = [];
  const rest: Words[] = [];
  const others = form.fields.filter(({ name }) => name !== asked?.name);
  for (const segment of segmentsOf(words)) {
    const spots = await spotFields(segment, others, draft.content.values, view.context);
    if (spots.length > 0 && coverage(segment, spots) >= nearlyAll)
      given.push(...spots.map(({ field, words: said }) => ({ field, words: said })));
    else rest.push(segment);
  }
  return { given, rest };
}

/** The pieces that are left, with the signs that stand between them where they are neighbours. */
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
