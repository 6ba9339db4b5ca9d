/** Says what a form holds so far, and what is still to be given. */
import type { Draft } from '../draft.ts';
import { isNeeded } from '../forms/form.ts';
import { show } from '../forms/give-field.ts';
import type { Turn } from '../turn.ts';
import { wording } from '../wording.ts';

export async function progress(turn: Turn, draft: Draft): Promise<void> {
  const { values } = draft.content;
  const { fields } = turn.formOf(draft);
  const given: [string, string][] = [];
  for (const field of fields) {
    const value = values[field.name];
    if (value !== undefined) given.push([field.meta.label, await show(turn, draft, field, value)]);
  }
  const missing = fields.filter((field) => isNeeded(field, values) && values[field.name] === undefined);
  turn.say(wording.filled(given), wording.missing(missing.map(({ meta }) => meta.label)));
}
