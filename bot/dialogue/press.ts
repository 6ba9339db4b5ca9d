/** What a button of the dialogue does; one of a card that no longer holds says so and changes nothing. */
import { type Action, readActionId } from './action-id.ts';
import type { Command } from './command.ts';
import type { Draft } from './draft.ts';
import { findDraft } from './find-draft.ts';
import { markOf } from './mark.ts';
import { present } from './present/present.ts';
import { choose } from './steps/choose.ts';
import { confirm } from './steps/confirm.ts';
import { cancel, resume } from './steps/drafts.ts';
import { askWhatToChange, giveOption } from './steps/give.ts';
import { openDelegated } from './steps/give-delegated.ts';
import { openTask } from './steps/open-task.ts';
import { received } from './steps/received.ts';
import { reopen, undo } from './steps/undo.ts';
import { keep, skip } from './steps/walk.ts';
import type { Turn } from './turn.ts';
import { wording } from './wording.ts';

/** @returns commands still to be carried out */
export async function press(turn: Turn, id: string): Promise<readonly Command[]> {
  const action = readActionId(id);
  if (action?.kind === 'pick' || action?.kind === 'meaning') {
    // The question these belong to is the one that is open, or they are of an older one.
    if (turn.state.pending && markOf(turn.state.pending) === action.mark)
      return await choose(turn, Number(action.number));
    turn.say(wording.staleButton);
  } else if (action) await pressed(turn, action);
  else turn.say(wording.staleButton);
  return [];
}

async function pressed(turn: Turn, action: Exclude<Action, { readonly kind: 'pick' | 'meaning' }>): Promise<void> {
  switch (action.kind) {
    case 'open':
      return await openTask(turn, action.tool, { values: action.fields });
    case 'delegated':
      return await openDelegated(turn, action.delegation);
    case 'received':
      return await received(turn, action.broadcast);
    default:
      return await pressOfDraft(turn, action);
  }
}

type OfDraft = Extract<Action, { readonly draft: string }>;

async function pressOfDraft(turn: Turn, action: OfDraft): Promise<void> {
  const draft = await findDraft(turn, action.draft);
  if (!draft) return turn.say(wording.staleButton);
  if (draft.state === 'filed') return await alreadyFiled(turn, draft);
  if (draft.state === 'cancelled')
    return action.kind === 'undo' || action.kind === 'resume'
      ? await reopen(turn, draft.id, draft.updatedAt)
      : turn.say(wording.alreadyCancelled(draft.name));
  if (turn.inHand !== draft) turn.take(draft);
  switch (action.kind) {
    case 'confirm':
      return await confirm(turn, draft, action.mark);
    case 'edit':
      return askWhatToChange(turn);
    case 'cancel':
      return cancel(turn, draft);
    case 'option':
      return await giveOption(turn, draft, action.field, Number(action.number));
    case 'skip':
      return skip(turn, draft, action.field);
    case 'keep':
      return await keep(turn, draft);
    case 'resume':
      return resume(turn, draft);
    case 'undo':
      return await undo(turn);
  }
}

/** The second press of a confirmation, or one a week later: what came of the first is shown again. */
async function alreadyFiled(turn: Turn, draft: Draft): Promise<void> {
  turn.say(wording.alreadyFiled(draft.name));
  const tool = turn.toolOf(draft.form);
  const run = draft.toolRunKey === null ? null : await turn.db.toolRun.findUnique({ where: { key: draft.toolRunKey } });
  if (tool && run) turn.replies.push(...(await present(turn, tool, run.output, draft.content.values, true)));
}
