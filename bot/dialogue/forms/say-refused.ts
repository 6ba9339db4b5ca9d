/** Says why the rules refuse what a form holds; a refusal that names a field of it has that field asked for again. */
import type { Refusal } from '#tools/refusal.ts';
import type { Field } from '#tools/fields-of.ts';
import type { Draft } from '../draft.ts';
import type { Turn } from '../turn.ts';
import { wording } from '../wording.ts';
import { fieldOf } from './form.ts';
import { askFor } from './give-field.ts';

/** @returns the field that is asked for; null: no single one is at fault */
export function sayRefused(
  turn: Turn,
  draft: Draft,
  { message, remedy, article, field: name }: Pick<Refusal, 'message' | 'remedy' | 'article' | 'field'>,
): Field | null {
  turn.say(wording.refused(message, remedy, article));
  const field = name === null ? undefined : fieldOf(turn.formOf(draft), name);
  if (!field || field.meta.fixed) return null;
  askFor(turn, draft, field);
  return field;
}
