/** A statement made while a form is open: the answer to its question, other fields, or both. */
import type { Field } from '#tools/fields-of.ts';
import type { Command, FieldWords } from '../command.ts';
import { readerOf } from '../kinds/kinds.ts';
import type { FormInHand, TurnView } from '../understanding.ts';
import { segmentsOf, type Words } from '../words.ts';
import { divide, mostPieces } from './divide.ts';
import type { SpeaksOfRules } from './rule-language.ts';
import { spotFields } from './spot-fields.ts';

/** Where any text would be an answer, only what says nothing else leaves it; elsewhere small words do not matter. */
const wholly = 0.95;
const mostly = 0.75;

export async function statementOf(
  words: Words,
  inHand: FormInHand,
  view: TurnView,
  ofRules: SpeaksOfRules,
): Promise<readonly Command[]> {
  const { asked } = inHand;
  const open = asked !== null && readerOf(asked.meta.kind).open;
  if (asked && !open) return await answerClosed(words, asked, inHand, view, ofRules);
  const { given, rest, text } = await divide(words, {
    fields: inHand.form.fields,
    values: inHand.draft.content.values,
    context: view.context,
    asked,
    atLeast: asked ? wholly : mostly,
  });
  const set: readonly Command[] =
    given.length === 0 ? [] : [{ kind: 'set', fields: [...given] }, ...(asked ? [] : unplaced(rest))];
  if (!asked || rest.length === 0) return set.length > 0 ? set : [{ kind: 'answer', words: words.raw }];
  return [{ kind: 'answer', words: text }, ...set];
}

/** The question has an answer of a certain kind: it is looked for first, everything else after. */
async function answerClosed(
  words: Words,
  asked: Field,
  inHand: FormInHand,
  view: TurnView,
  ofRules: SpeaksOfRules,
): Promise<readonly Command[]> {
  const { fields } = inHand.form;
  const { values } = inHand.draft.content;
  const reader = readerOf(asked.meta.kind);
  const answering: Words[] = [];
  const left: Words[] = [];
  const given: FieldWords[] = [];
  const segments = segmentsOf(words);
  if (segments.length > mostPieces) return [{ kind: 'answer', words: words.raw }];
  for (const segment of segments) {
    const reading = await reader.read(segment, { ...view.context, field: asked, given: values });
    const divided = await divide(segment, { fields, values, context: view.context, asked, atLeast: mostly });
    if (reading.kind === 'invalid' && divided.given.length === 0) left.push(segment);
    else if (
      reading.kind === 'invalid' ||
      (divided.given.length > 0 && divided.rest.length === 0 && answering.length > 0)
    )
      given.push(...divided.given);
    else {
      answering.push(segment);
      given.push(...(await beside(segment, asked, inHand, view)));
    }
  }
  const once = given.filter(({ field }, index) => given.findIndex((other) => other.field === field) === index);
  const set: readonly Command[] = [
    ...(once.length === 0 ? [] : [{ kind: 'set' as const, fields: once }]),
    ...(answering.length === 0 && once.length === 0 ? [] : unplaced(left)),
  ];
  if (answering.length === 0 && set.length === 0)
    // No answer, but words of the rules: 数据资源管理原则 is what somebody would look up.
    return ofRules(words.plain) && words.plain.length > 4
      ? [{ kind: 'ask', question: words.raw }]
      : [{ kind: 'answer', words: words.raw }];
  if (answering.length === 0) return set;
  return [{ kind: 'answer', words: answering.map(({ raw }) => raw).join(',') }, ...set];
}

/** Shorter pieces are courtesies. */
const shortest = 5;

function unplaced(pieces: readonly Words[]): readonly Command[] {
  return pieces
    .filter(({ raw }) => raw.length >= shortest)
    .map(({ raw }) => ({ kind: 'unplaced' as const, words: raw }));
}

/** One word can serve two fields where the segment names both: 无条件共享和开放. */
async function beside(
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
