/** Runs a tool that only looks, as soon as it has what it needs, and shows what it found. */
import { runTool } from '#tools/run-tool.ts';
import type { Draft } from '../draft.ts';
import { present } from '../present/present.ts';
import type { Turn } from '../turn.ts';
import { wording } from '../wording.ts';

export async function runReading(turn: Turn, draft: Draft): Promise<void> {
  const { tool } = turn.formOf(draft);
  const { values } = draft.content;
  const outcome = await runTool(tool, values, {
    store: turn.parts.store,
    actor: turn.actor,
    now: turn.now,
    idempotencyKey: null,
  });
  turn.letGo(draft);
  turn.digressed = true;
  if (draft.version === null) turn.drafts = turn.drafts.filter((one) => one !== draft);
  else {
    draft.state = 'filed';
    draft.changed = true;
  }
  if (outcome.kind === 'refused') {
    const { message, remedy, article } = outcome.refusal;
    turn.say(wording.refused(message, remedy, article));
  } else if (outcome.kind === 'done') {
    turn.noted.length = 0;
    turn.replies.push(...(await present(turn, tool, outcome.output, values, outcome.repeated)));
  } else throw new Error(`${tool.name} was run with incomplete fields: ${JSON.stringify(outcome.issues)}`);
}
