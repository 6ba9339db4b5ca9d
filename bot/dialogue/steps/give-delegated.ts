/** A colleague gives the field they were asked for; the draft stays its owner's. */
import { findTool } from '../find-tool.ts';
import { readDraft } from '../find-draft.ts';
import { fieldOf, formOf } from '../forms/form.ts';
import { giveValue, show } from '../forms/give-field.ts';
import { questionAlone } from '../forms/question-prompt.ts';
import { readerOf } from '../kinds/kinds.ts';
import type { Turn } from '../turn.ts';
import { wording } from '../wording.ts';
import { wordsOf } from '../words.ts';
import { tellOwner } from './delegate.ts';

/** Opens the question here. */
export async function openDelegated(turn: Turn, delegationId: string): Promise<void> {
  const asked = turn.loaded.askedOfMe.find(({ id }) => id === delegationId);
  const field = asked && findTool(turn.parts.tools, asked.form, (tool) => fieldOf(formOf(tool), asked.field));
  const draft = asked ? await readDraft(turn, asked.draftId) : null;
  if (!field || !draft) return turn.say(wording.delegatedClosed);
  turn.state.pending = { kind: 'delegated', delegationId };
  turn.say(wording.delegatedOpen(field.meta.label));
  turn.prompt = await questionAlone(turn, draft, field);
}

export async function giveDelegated(turn: Turn, delegationId: string, words: string): Promise<void> {
  const asked = turn.loaded.askedOfMe.find(({ id }) => id === delegationId);
  const draft = asked ? await readDraft(turn, asked.draftId) : null;
  const field = draft ? fieldOf(turn.formOf(draft), asked?.field ?? '') : undefined;
  if (!asked || !draft || !field || (draft.state !== 'open' && draft.state !== 'confirming')) {
    turn.state.pending = null;
    return turn.say(wording.delegatedClosed);
  }
  const reading = await readerOf(field.meta.kind).read(wordsOf(words), turn.reading(field, draft));
  if (reading.kind !== 'value') {
    const why =
      reading.kind === 'invalid'
        ? reading.why
        : reading.options
            .slice(0, 3)
            .map(({ title }) => title)
            .join('、');
    turn.state.pending = { kind: 'delegated', delegationId };
    turn.say(wording.notUnderstood(field.meta.label, why, field.meta.example ?? null));
    return;
  }
  turn.delegationWrites.push({ kind: 'answer', id: delegationId, value: reading.value });
  const given = await giveValue(turn, draft, field, reading.value, turn.actor.personId ?? undefined);
  if (given !== 'given') {
    turn.delegationWrites.pop();
    turn.state.pending = { kind: 'delegated', delegationId };
    return;
  }
  const shown = await show(turn, draft, field, draft.content.values[field.name]);
  turn.noted.length = 0;
  turn.others.push(draft);
  turn.state.pending = null;
  turn.state.undoable = turn.loaded.state.undoable;
  turn.digressed = true;
  turn.say(wording.delegatedThanks(field.meta.label, shown, asked.askerName));
  tellOwner(turn, draft, field.meta.label, shown, delegationId);
}
