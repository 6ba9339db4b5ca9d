/** Moving within a form: skip, keep, step back. */
import type { Draft } from '../draft.ts';
import { changeContent } from '../draft.ts';
import { fieldOf, isNeeded } from '../forms/form.ts';
import { askFor, show } from '../forms/give-field.ts';
import type { Turn } from '../turn.ts';
import { wording } from '../wording.ts';
import { askedField } from './give.ts';

export function skip(turn: Turn, draft: Draft, named: string | null): void {
  const name = named ?? askedField(turn, draft);
  const field = name === null ? undefined : fieldOf(turn.formOf(draft), name);
  if (!field) return turn.say(wording.nothingToSkip);
  const { label, why } = field.meta;
  if (isNeeded(field, draft.content.values) && draft.content.values[field.name] === undefined)
    return turn.say(wording.cannotSkip(label, why === undefined ? null : why));
  changeContent(draft, `跳过“${label}”`, (content) => ({
    ...content,
    skipped: [...content.skipped.filter((one) => one !== field.name), field.name],
  }));
  draft.pendingField = draft.pendingField === field.name ? null : draft.pendingField;
  turn.state.pending = null;
  turn.state.undoable = { what: 'change', draftId: draft.id, at: turn.now.toISOString() };
  turn.say(wording.skipped(label));
}

/** What was asked again stays as it is. */
export async function keep(turn: Turn, draft: Draft): Promise<void> {
  const field = fieldOf(turn.formOf(draft), draft.pendingField ?? '');
  const value = field && draft.content.values[field.name];
  if (!field || value === undefined) return;
  draft.pendingField = null;
  draft.changed = true;
  turn.state.pending = null;
  turn.say(wording.unchanged(field.meta.label, await show(turn, draft, field, value)));
}

/** To the field given before the one that is asked for; again and again to the first. */
export async function stepBack(turn: Turn, draft: Draft): Promise<void> {
  const form = turn.formOf(draft);
  const trail = draft.content.trail.filter((name) => fieldOf(form, name)?.meta.fixed !== true && fieldOf(form, name));
  const at = draft.pendingField === null ? -1 : trail.indexOf(draft.pendingField);
  const field = fieldOf(form, (at >= 0 ? trail[at - 1] : trail.at(-1)) ?? '');
  if (!field) return turn.say(wording.nothingBefore);
  const value = draft.content.values[field.name];
  turn.say(wording.stepBack(field.meta.label, value === undefined ? null : await show(turn, draft, field, value)));
  draft.state = 'open';
  askFor(turn, draft, field);
}
