/** A choice by its number: among what was asked last. */
import { fieldOf } from '../forms/form.ts';
import { giveValue } from '../forms/give-field.ts';
import type { Command } from '../command.ts';
import type { Turn } from '../turn.ts';
import { wording } from '../wording.ts';
import { delegateTo } from './delegate.ts';
import { giveOption } from './give.ts';

/** @returns what the choice comes to when it is a meaning: commands still to be carried out */
export async function choose(turn: Turn, number: number): Promise<readonly Command[]> {
  const { pending } = turn.state;
  if (pending?.kind !== 'meaning') {
    await chooseInForm(turn, number);
    return [];
  }
  const meaning = pending.options[number - 1];
  turn.state.pending = null;
  if (!meaning) turn.say(wording.staleButton);
  return meaning?.commands ?? [];
}

async function chooseInForm(turn: Turn, number: number): Promise<void> {
  const { pending } = turn.state;
  const draft = turn.inHand;
  if (!pending || !draft || !('draftId' in pending) || pending.draftId !== draft.id)
    return turn.say(wording.staleButton);
  if (pending.kind === 'field') return await giveOption(turn, draft, pending.field, number);
  if (pending.kind === 'confirm') return;
  const option = pending.options[number - 1];
  const field = fieldOf(turn.formOf(draft), pending.field);
  if (!option || !field) return turn.say(wording.staleButton);
  if (pending.kind === 'delegate') return await delegateTo(turn, draft, field, String(option.value));
  await giveValue(turn, draft, field, option.value);
}

/** None of what was offered: the question is put again, plainly. */
export function noneOfThese(turn: Turn): void {
  turn.state.pending = null;
  turn.say(wording.noneOfThese);
}
