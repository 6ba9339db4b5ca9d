/** Gives a draft one of its fields: words are read, values checked by the field's own schema, everything else stays as it was. */
import type { Field } from '#tools/fields-of.ts';
import { changeContent, type Draft } from '../draft.ts';
import { readerOf } from '../kinds/kinds.ts';
import type { Turn } from '../turn.ts';
import { wording } from '../wording.ts';
import type { Words } from '../words.ts';
import { issueWords } from './issue-words.ts';

export type Given = 'given' | 'invalid' | 'ambiguous' | 'refused';

const mostOptions = 3;

/**
 * Says what is wrong when the words are no value for the field, and asks which when they may be several; silently: leaves
 * the field to be asked for.
 */
export async function giveWords(
  turn: Turn,
  draft: Draft,
  field: Field,
  words: Words,
  { silently = false }: { readonly silently?: boolean } = {},
): Promise<Given> {
  if (field.meta.fixed) {
    turn.say(wording.fixed(field.meta.label));
    return 'refused';
  }
  const reading = await readerOf(field.meta.kind).read(words, turn.reading(field, draft));
  if (reading.kind === 'value') return await giveValue(turn, draft, field, reading.value);
  if (reading.kind === 'ambiguous') {
    const options = reading.options.slice(0, mostOptions).map(({ title, value }) => ({ title, value }));
    turn.state.pending = { kind: 'pick', draftId: draft.id, field: field.name, options };
    const more = reading.options.length - options.length;
    if (more > 0) turn.say(wording.pickMore(more));
    return 'ambiguous';
  }
  if (silently) return 'invalid';
  turn.say(wording.notUnderstood(field.meta.label, reading.why, field.meta.example ?? null));
  askFor(turn, draft, field);
  return 'invalid';
}

/** Makes a field the one that is asked for next. */
export function askFor(turn: Turn, draft: Draft, field: Field): void {
  if (draft.pendingField !== field.name) {
    draft.pendingField = field.name;
    draft.changed = true;
  }
  turn.state.pending = { kind: 'field', draftId: draft.id, field: field.name };
}

/** @param by the person who gave it, when that is not the draft's owner */
export async function giveValue(turn: Turn, draft: Draft, field: Field, value: unknown, by?: string): Promise<Given> {
  const { name, schema, meta } = field;
  const checked = schema.safeParse(value);
  if (!checked.success) {
    const [issue] = checked.error.issues;
    turn.say(wording.notUnderstood(meta.label, issue ? issueWords(issue, meta.label) : null, meta.example ?? null));
    askFor(turn, draft, field);
    return 'invalid';
  }
  const before = draft.content.values[name];
  const shown = await show(turn, draft, field, checked.data);
  if (before !== undefined && JSON.stringify(before) === JSON.stringify(checked.data)) {
    settle(turn, draft, name);
    draft.changed = true;
    turn.say(wording.unchanged(meta.label, shown));
    return 'given';
  }
  if (before === undefined) turn.noted.push([meta.label, shown]);
  else turn.say(wording.changed(meta.label, await show(turn, draft, field, before), shown));
  closeDelegations(turn, draft, name);
  changeContent(draft, before === undefined ? `填写“${meta.label}”` : `修改“${meta.label}”`, (content) => ({
    ...content,
    values: { ...content.values, [name]: checked.data },
    skipped: content.skipped.filter((one) => one !== name),
    trail: [...content.trail.filter((one) => one !== name), name],
    givenBy: { ...omit(content.givenBy, name), ...(by === undefined ? {} : { [name]: by }) },
  }));
  draft.name = nameOf(turn, draft);
  settle(turn, draft, name);
  turn.state.undoable = { what: 'change', draftId: draft.id, at: turn.now.toISOString() };
  return 'given';
}

export function clearField(turn: Turn, draft: Draft, { name, meta }: Field): void {
  changeContent(draft, `清空“${meta.label}”`, (content) => ({
    ...content,
    values: omit(content.values, name),
    trail: content.trail.filter((one) => one !== name),
    givenBy: omit(content.givenBy, name),
  }));
  settle(turn, draft, name);
  turn.say(wording.cleared(meta.label));
  turn.state.undoable = { what: 'change', draftId: draft.id, at: turn.now.toISOString() };
}

export async function show(turn: Turn, draft: Draft, field: Field, value: unknown): Promise<string> {
  return await readerOf(field.meta.kind).show(value, turn.reading(field, draft));
}

function nameOf(turn: Turn, draft: Draft): string {
  const { tool } = turn.formOf(draft);
  return tool.draftName?.(draft.content.values) ?? tool.title;
}

/** A question about a field that has been given is no longer open. */
function settle(turn: Turn, draft: Draft, name: string): void {
  draft.state = 'open';
  if (draft.pendingField === name) draft.pendingField = null;
  const { pending } = turn.state;
  if (pending && 'field' in pending && pending.draftId === draft.id && pending.field === name)
    turn.state.pending = null;
  if (pending?.kind === 'confirm' && pending.draftId === draft.id) turn.state.pending = null;
}

/** Whoever was asked for it need not answer any more. */
function closeDelegations(turn: Turn, draft: Draft, name: string): void {
  const open = draft.delegations.filter(({ field }) => field === name);
  for (const { id } of open)
    if (!turn.delegationWrites.some((write) => write.id === id)) turn.delegationWrites.push({ kind: 'close', id });
  draft.delegations = draft.delegations.filter(({ field }) => field !== name);
}

function omit<Value>(record: Readonly<Record<string, Value>>, name: string): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => key !== name));
}
