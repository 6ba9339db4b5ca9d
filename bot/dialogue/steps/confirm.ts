/** The person's yes to what was shown: runs the tool, files the draft and closes the turn in one transaction, once. */
import { runTool } from '#tools/run-tool.ts';
import type { Turn } from '../turn.ts';
import { contentMark, type Draft, runKeyOf } from '../draft.ts';
import { advance } from '../forms/advance.ts';
import { sayRefused } from '../forms/say-refused.ts';
import { composed } from '../composed.ts';
import { noticeReply } from '../notice-reply.ts';
import { present } from '../present/present.ts';
import { saveTurn } from '../save-turn.ts';
import { StaleTurn } from '../stale-turn.ts';
import { wording } from '../wording.ts';

/** @param mark of the values that were shown */
export async function confirm(turn: Turn, draft: Draft, mark: string | null): Promise<void> {
  turn.state.stack = [...turn.state.stack.filter((id) => id !== draft.id), draft.id];
  if (draft.state !== 'confirming' || mark === null) return turn.say(wording.notConfirmedYet);
  if (mark !== contentMark(draft)) return turn.say(wording.staleCard);
  const { tool } = turn.formOf(draft);
  const { values } = draft.content;
  // What has become impossible since the summary was shown is said instead of filed.
  const advice = (await tool.advise?.(values, turn.context)) ?? [];
  if (advice.some(({ blocks }) => blocks)) return;
  const outcome = await runTool(tool, values, {
    store: turn.parts.store,
    actor: turn.actor,
    now: turn.now,
    idempotencyKey: runKeyOf(draft),
    within: async (db, output, notices) => {
      turn.db = db;
      draft.state = 'filed';
      draft.toolRunKey = runKeyOf(draft);
      draft.changed = true;
      turn.letGo(draft);
      turn.state.undoable = tool.undo ? { what: 'filed', draftId: draft.id, at: turn.now.toISOString() } : null;
      turn.replies.push(...(await present(turn, tool, output, values, false)));
      turn.notices.push(...notices.map((notice) => ({ notice, reply: noticeReply(notice) })));
      turn.digressed = true;
      await advance(turn);
      turn.sendOn.push(...(await saveTurn(turn, db, composed(turn))));
      turn.saved = true;
    },
  }).finally(() => {
    turn.db = turn.parts.store.db;
  });
  // Another turn has filed it since this one read it as open.
  if (outcome.kind === 'done' && outcome.repeated) throw new StaleTurn(`draft ${draft.id}`);
  if (outcome.kind === 'refused') sayRefused(turn, draft, outcome.refusal);
}
