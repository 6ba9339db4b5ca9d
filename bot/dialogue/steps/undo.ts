/** Takes back the last thing done here: a field, a cancelled draft, or a filing by its opposite tool. */
import { changeContent, type Draft } from '../draft.ts';
import { findDraft } from '../find-draft.ts';
import type { Turn } from '../turn.ts';
import { wording } from '../wording.ts';
import { openTask } from './open-task.ts';

const dayMs = 86_400_000;
/** How long a cancelled draft can be taken back. */
const cancelledFor = 30 * dayMs;

export async function undo(turn: Turn): Promise<void> {
  const { undoable } = turn.state;
  const draft = turn.inHand;
  if (undoable?.what === 'cancelled') return await reopen(turn, undoable.draftId, new Date(undoable.at));
  if (undoable?.what === 'filed') return await takeBack(turn, undoable.draftId, new Date(undoable.at));
  if (draft) return undoChange(turn, draft);
  turn.say(wording.nothingToUndo);
}

function undoChange(turn: Turn, draft: Draft): void {
  const last = draft.history.at(-1);
  if (!last) return turn.say(wording.nothingToUndo);
  const rest = draft.history.slice(0, -1);
  changeContent(draft, '', ({ advised }) => ({ ...last.content, advised }));
  draft.history = rest;
  draft.pendingField = null;
  draft.state = 'open';
  draft.name = turn.formOf(draft).tool.draftName?.(draft.content.values) ?? turn.formOf(draft).tool.title;
  turn.state.pending = null;
  turn.state.undoable = rest.length > 0 ? { what: 'change', draftId: draft.id, at: turn.now.toISOString() } : null;
  turn.say(wording.undone(last.what));
}

export async function reopen(turn: Turn, draftId: string, at: Date): Promise<void> {
  const draft = await findDraft(turn, draftId);
  turn.state.undoable = null;
  if (draft?.state !== 'cancelled' || turn.now.getTime() - at.getTime() > cancelledFor)
    return turn.say(wording.nothingToUndo);
  draft.state = 'open';
  draft.changed = true;
  turn.drafts.push(draft);
  turn.take(draft);
  turn.say(wording.reopened(draft.name));
}

/** Nothing that was filed vanishes: the opposite is filed, after a yes of its own. */
async function takeBack(turn: Turn, draftId: string, at: Date): Promise<void> {
  const draft = await findDraft(turn, draftId);
  const tool = draft && turn.toolOf(draft.form);
  const run = draft?.toolRunKey ? await turn.db.toolRun.findUnique({ where: { key: draft.toolRunKey } }) : null;
  const undoing = draft && tool && run ? tool.undo?.(run.output, tool.input.parse(draft.content.values)) : null;
  turn.state.undoable = null;
  if (!undoing) return turn.say(wording.nothingToUndo);
  if (turn.now.getTime() - at.getTime() > undoing.withinMinutes * 60_000)
    return turn.say(wording.undoTooLate(undoing.withinMinutes));
  const opposite = turn.toolOf(undoing.tool);
  await openTask(turn, undoing.tool, { values: undoing.fields });
  if (opposite) turn.say(wording.undoTask(opposite.title));
}
