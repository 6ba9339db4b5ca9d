/** Looks a draft through again when its form was defined anew since: what still fits stays, the rest is said. */
import type { Draft } from '../draft.ts';
import type { Turn } from '../turn.ts';
import { wording } from '../wording.ts';
import { fieldOf, isAsked, labelsOf } from './form.ts';

export function bringUpToDate(turn: Turn, draft: Draft): void {
  const form = turn.formOf(draft);
  if (draft.definitionVersion === form.version) return;
  const dropped: string[] = [];
  const again: string[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(draft.content.values)) {
    const field = fieldOf(form, name);
    if (!field) dropped.push(draft.content.labels[name] ?? name);
    else if (field.schema.safeParse(value).success) values[name] = value;
    else again.push(field.meta.label);
  }
  const fresh = form.fields.filter((field) => !(field.name in draft.content.labels) && isAsked(field, values));
  draft.content = {
    ...draft.content,
    values,
    skipped: draft.content.skipped.filter((name) => fieldOf(form, name)),
    trail: draft.content.trail.filter((name) => name in values),
    labels: labelsOf(form),
  };
  // What could be undone belongs to the old form.
  draft.history = [];
  draft.definitionVersion = form.version;
  draft.state = 'open';
  draft.changed = true;
  if (draft.pendingField !== null && !fieldOf(form, draft.pendingField)) draft.pendingField = null;
  const { pending } = turn.state;
  if (pending && 'draftId' in pending && pending.draftId === draft.id) turn.state.pending = null;
  const parts = [
    dropped.length === 0 ? '' : wording.droppedFields(dropped),
    again.length === 0 ? '' : wording.againFields(again),
    fresh.length === 0 ? '' : wording.newFields(fresh.map(({ meta }) => meta.label)),
  ].filter((part) => part !== '');
  if (parts.length > 0) turn.say(wording.definitionChanged(draft.name, parts));
}
