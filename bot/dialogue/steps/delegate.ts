/** Asks a colleague for a field, in their own chat. */
import { actionId } from '../action-id.ts';
import type { Draft } from '../draft.ts';
import { fieldOf } from '../forms/form.ts';
import { questionAlone } from '../forms/question-prompt.ts';
import { readerOf } from '../kinds/kinds.ts';
import type { Turn } from '../turn.ts';
import { wording } from '../wording.ts';
import { wordsOf } from '../words.ts';
import { resumeButton } from './drafts.ts';
import { askedField } from './give.ts';
import type { Field } from '#tools/fields-of.ts';

export async function delegate(turn: Turn, draft: Draft, named: string | null, words: string): Promise<void> {
  if (turn.actor.personId === null) return turn.say(wording.needPersonFirst);
  const field = fieldOf(turn.formOf(draft), named ?? askedField(turn, draft) ?? '');
  if (!field) return turn.say(wording.whichField);
  if (field.meta.fixed) return turn.say(wording.fixed(field.meta.label));
  const open = draft.delegations.find((one) => one.field === field.name);
  if (open) return turn.say(wording.delegationOpen(field.meta.label, open.personName));
  const reading = await readerOf('person').read(wordsOf(words), turn.reading(colleague(field), draft));
  if (reading.kind === 'value') return await delegateTo(turn, draft, field, String(reading.value));
  if (reading.kind === 'invalid') {
    const unknown = words === '' ? [] : [wording.noColleague(words)];
    turn.state.pending = { kind: 'delegate', draftId: draft.id, field: field.name, options: [] };
    return turn.say(...unknown);
  }
  const options = reading.options.slice(0, 3).map(({ title, value }) => ({ title, value }));
  turn.state.pending = { kind: 'delegate', draftId: draft.id, field: field.name, options };
}

/** As the reader of people sees it: only colleagues are asked. */
function colleague(field: Field): Field {
  return { ...field, meta: { ...field.meta, kind: 'person', among: 'colleagues' } };
}

export async function delegateTo(turn: Turn, draft: Draft, field: Field, personId: string): Promise<void> {
  if (personId === turn.actor.personId) {
    turn.state.pending = null;
    return turn.say(wording.notYourself);
  }
  const person = await turn.db.person.findUniqueOrThrow({ where: { id: personId }, select: { name: true } });
  const id = turn.newId();
  turn.delegationWrites.push({ kind: 'ask', id, draftId: draft.id, field: field.name, personId });
  draft.delegations = [...draft.delegations, { id, field: field.name, personId, personName: person.name }];
  draft.pendingField = draft.pendingField === field.name ? null : draft.pendingField;
  draft.changed = true;
  turn.state.pending = null;
  turn.say(wording.delegateTo(field.meta.label, person.name));
  const question = await questionAlone(turn, draft, field);
  const text = [wording.delegatedAsk(turn.actor.name, draft.name, field.meta.label), question.text].join('\n');
  turn.notices.push({
    notice: { personId, key: `delegation:${id}`, text },
    reply: { text, actions: [{ id: actionId({ kind: 'delegated', delegation: id }), title: '现在填写' }] },
  });
}

/** The owner gives it themselves after all. */
export function takeBack(turn: Turn, draft: Draft): void {
  const last = draft.delegations.at(-1);
  if (!last) return;
  turn.delegationWrites.push({ kind: 'close', id: last.id });
  draft.delegations = draft.delegations.filter((one) => one !== last);
  draft.pendingField = last.field;
  draft.changed = true;
  turn.say(wording.tookBack(fieldOf(turn.formOf(draft), last.field)?.meta.label ?? last.field));
}

/** What the owner is told when it has been given. */
export function tellOwner(turn: Turn, draft: Draft, label: string, shown: string, delegationId: string): void {
  if (draft.ownerId === null) return;
  const text = wording.delegatedDone(turn.actor.name, label, shown, draft.name);
  turn.notices.push({
    notice: { personId: draft.ownerId, key: `delegation-answered:${delegationId}`, text },
    reply: { text, actions: [{ ...resumeButton(draft), title: '继续办理' }] },
  });
}
