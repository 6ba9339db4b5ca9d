/** Adds to a list that was given, or takes from it: 信息项加一个学校, 把身份证号去掉. */
import type { Draft } from '../draft.ts';
import { fieldOf } from '../forms/form.ts';
import { giveValue } from '../forms/give-field.ts';
import { readerOf } from '../kinds/kinds.ts';
import type { Turn } from '../turn.ts';
import { wording } from '../wording.ts';
import { wordsOf } from '../words.ts';

export interface ListChange {
  readonly kind: 'append' | 'remove';
  readonly field: string;
  readonly words: string;
}

export async function changeList(turn: Turn, draft: Draft, { kind, field: name, words }: ListChange): Promise<void> {
  const field = fieldOf(turn.formOf(draft), name);
  if (!field || field.meta.fixed) return;
  const reading = await readerOf(field.meta.kind).read(wordsOf(words), turn.reading(field, draft));
  const before = draft.content.values[name];
  const list: readonly unknown[] = Array.isArray(before) ? before : [];
  const said: readonly unknown[] = reading.kind === 'value' && Array.isArray(reading.value) ? reading.value : [];
  const named = new Set(said.map(nameOf));
  const rest = list.filter((one) => !named.has(nameOf(one)));
  if (kind === 'remove' && rest.length === list.length) return turn.say(wording.notInList(field.meta.label, words));
  await giveValue(turn, draft, field, kind === 'append' ? [...rest, ...said] : rest);
}

/** What tells one entry of a list from another. */
function nameOf(entry: unknown): string {
  if (typeof entry !== 'object' || entry === null) return String(entry);
  if ('name' in entry) return String(entry.name);
  return 'title' in entry ? String(entry.title) : JSON.stringify(entry);
}
