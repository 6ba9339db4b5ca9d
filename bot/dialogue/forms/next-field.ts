/** Which field a form asks for next: the first in order that is wanted and neither there, passed over nor with a colleague. */
import type { Field } from '#tools/fields-of.ts';
import type { Draft } from '../draft.ts';
import { type Form, isAsked, isNeeded } from './form.ts';

export function isMissing(field: Field, { content: { values, skipped }, delegations }: Draft): boolean {
  if (values[field.name] !== undefined || !isAsked(field, values)) return false;
  if (delegations.some((one) => one.field === field.name)) return false;
  return isNeeded(field, values) || !skipped.includes(field.name);
}

/** Null: everything that is wanted is there or on its way. The question that is open already stays open. */
export function nextField(form: Form, draft: Draft): Field | null {
  const open = form.fields.find(({ name }) => name === draft.pendingField);
  const { values } = draft.content;
  // What was said meanwhile may have made the question idle.
  if (open && !open.meta.fixed && (values[open.name] !== undefined || isAsked(open, values))) return open;
  return form.fields.find((field) => isMissing(field, draft)) ?? null;
}
