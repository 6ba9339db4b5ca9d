/** 收到 below a broadcast: the press is the person's yes, so it is noted at once, and once however often it is pressed. */
import { runTool } from '#tools/run-tool.ts';
import { present } from '../present/present.ts';
import type { Turn } from '../turn.ts';
import { wording } from '../wording.ts';

const toolName = 'acknowledge-broadcast';

export async function received(turn: Turn, broadcastId: string): Promise<void> {
  const tool = turn.toolOf(toolName);
  if (!tool) return turn.say(wording.cannotDo);
  const input = { broadcastId };
  const outcome = await runTool(tool, input, {
    store: turn.parts.store,
    actor: turn.actor,
    now: turn.now,
    idempotencyKey: `received:${broadcastId}:${turn.actor.personId ?? ''}`,
  });
  if (outcome.kind === 'done')
    turn.replies.push(...(await present(turn, tool, outcome.output, input, outcome.repeated)));
  if (outcome.kind === 'refused') {
    const { message, remedy, article } = outcome.refusal;
    turn.say(wording.refused(message, remedy, article));
  }
}
