/** The answer to the question, fields given by name, and corrections. */
import type { Field } from '#tools/fields-of.ts';
import type { FieldWords } from '../command.ts';
import type { Draft } from '../draft.ts';
import { fieldOf } from '../forms/form.ts';
import { askFor, clearField, giveValue, giveWords, show } from '../forms/give-field.ts';
import { readerOf } from '../kinds/kinds.ts';
import { spotFields } from '../lexical/spot-fields.ts';
import type { Turn } from '../turn.ts';
import { wording } from '../wording.ts';
import { wordsOf } from '../words.ts';

export async function answerAsked(turn: Turn, draft: Draft, words: string): Promise<void> {
  const field = fieldOf(turn.formOf(draft), askedField(turn, draft) ?? '');
  if (field) await giveWords(turn, draft, field, wordsOf(words));
  else {
    turn.quiet = true;
    turn.say(draft.state === 'confirming' ? wording.notUnderstoodHere : wording.whatToChange);
  }
}

/** The field that was asked for, or offered for choice. */
export function askedField(turn: Turn, draft: Draft): string | null {
  const { pending } = turn.state;
  if (pending && 'field' in pending && pending.draftId === draft.id) return pending.field;
  return draft.pendingField;
}

/** Good ones are kept even where others are not understood; the last misunderstanding is asked about. */
export async function setFields(turn: Turn, draft: Draft, given: readonly FieldWords[]): Promise<void> {
  for (const { field: name, words } of given) {
    const field = fieldOf(turn.formOf(draft), name);
    if (field) await giveWords(turn, draft, field, wordsOf(words));
  }
}

export async function askAgain(turn: Turn, draft: Draft, name: string): Promise<void> {
  const field = fieldOf(turn.formOf(draft), name);
  if (!field) return;
  if (field.meta.fixed) return turn.say(wording.fixed(field.meta.label));
  const value = draft.content.values[name];
  turn.say(wording.askAgain(field.meta.label, value === undefined ? null : await show(turn, draft, field, value)));
  askFor(turn, draft, field);
}

/** Nothing the person did not say goes into a field. */
export function refuseToInvent(turn: Turn, draft: Draft): void {
  const field = fieldOf(turn.formOf(draft), askedField(turn, draft) ?? '');
  if (field) turn.say(wording.notInvented(field.meta.label, field.meta.example ?? null));
}

/** The summary stays what it is until something is changed. */
export function askWhatToChange(turn: Turn): void {
  turn.quiet = true;
  turn.say(wording.whatToChange);
}

export function clear(turn: Turn, draft: Draft, name: string): void {
  const field = fieldOf(turn.formOf(draft), name);
  if (!field || field.meta.fixed) return;
  clearField(turn, draft, field);
}

/** `不对,改成每季度`: the field is the one that was denied, else the last one that the words can be a value of. */
export async function correct(turn: Turn, draft: Draft, said: string, instead: string | null): Promise<void> {
  const fields = await correctable(turn, draft, said, instead);
  const [first] = fields;
  if (!first) {
    turn.say(wording.whichField, wording.whatToChange);
    return;
  }
  if (said === '') return await askAgain(turn, draft, first.name);
  await giveWords(turn, draft, first, wordsOf(said));
}

async function correctable(turn: Turn, draft: Draft, said: string, instead: string | null): Promise<readonly Field[]> {
  const form = turn.formOf(draft);
  const words = wordsOf(said);
  const given = draft.content.trail.toReversed().flatMap((name) => fieldOf(form, name) ?? []);
  if (instead !== null) {
    const denied: Field[] = [];
    for (const field of given) {
      const shown = await show(turn, draft, field, draft.content.values[field.name]);
      const read = await readerOf(field.meta.kind).read(wordsOf(instead), turn.reading(field, draft));
      const same =
        read.kind === 'value' && JSON.stringify(read.value) === JSON.stringify(draft.content.values[field.name]);
      if (same || shown.includes(instead)) denied.push(field);
    }
    if (denied.length > 0 || said === '') return denied;
  }
  // Words that name one field are meant for it, then what only a field of its kind understands; free text takes anything.
  const [named] = await spotFields(words, given, draft.content.values, turn.context);
  const byName = named && fieldOf(form, named.field);
  if (byName && !readerOf(byName.meta.kind).open) return [byName];
  const understood: Field[] = [];
  for (const field of given) {
    const reader = readerOf(field.meta.kind);
    if (reader.open || (field.meta.kind === 'yes_no' && words.plain.length > longestYesOrNo)) continue;
    const read = await reader.read(words, turn.reading(field, draft));
    if (read.kind !== 'invalid') understood.push(field);
  }
  if (understood.length > 0) return understood;
  const [last] = given;
  return last && readerOf(last.meta.kind).open ? [last] : given.filter((field) => readerOf(field.meta.kind).open);
}

/** 是, 不涉及: anything longer begins with a yes or a no by chance. */
const longestYesOrNo = 3;

/** A field's own choice by its place: a button, or a number typed. */
export async function giveOption(turn: Turn, draft: Draft, name: string, number: number): Promise<void> {
  const field = fieldOf(turn.formOf(draft), name);
  const options = field ? await readerOf(field.meta.kind).options?.(turn.reading(field, draft)) : undefined;
  const option = options?.[number - 1];
  if (!field || !option) return turn.say(wording.staleButton);
  if (field.meta.fixed) return turn.say(wording.fixed(field.meta.label));
  await giveValue(turn, draft, field, option.value);
}
