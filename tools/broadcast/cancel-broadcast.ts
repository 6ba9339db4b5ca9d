/** Ends a broadcast: whoever it has not reached yet stays on the roster as left out. */
import { z } from 'zod';
import { defineTool } from '#tools/tool.ts';
import type { Db } from '#tools/tool-context.ts';
import { broadcastField } from './broadcast-field.ts';
import { type BroadcastRow, loadBroadcast, moveBroadcast } from './broadcast-row.ts';
import { broadcastResultSchema, nameOf, resultOf } from './broadcast-result.ts';
import { wording } from './wording.ts';

const states = ['draft', 'rehearsed', 'awaiting_release', 'scheduled', 'canary', 'sending', 'paused'] as const;

export const cancelBroadcast = defineTool({
  name: 'cancel-broadcast',
  title: '取消群发',
  purpose: '取消还没有发完的群发:已经发出的不受影响,其余的人不再发送。',
  effect: 'writes',
  article: null,
  input: z.object({ broadcastId: broadcastField('to_cancel', '取消哪一条群发?') }),
  output: broadcastResultSchema,
  permits: { bureau: 'any' },
  says: ['取消|停止|终止|别发了|不发了 群发|广播|通知|发送', '群发|广播 取消|不发了|别发了'],
  touches: () => null,
  async run({ broadcastId }, { db, now, record }) {
    const broadcast = await loadBroadcast(db, broadcastId);
    const left = await stopBroadcast(db, broadcast, now);
    record({
      subjectKind: 'broadcast',
      subjectId: broadcastId,
      before: broadcast.state,
      after: { state: 'cancelled', left },
    });
    return resultOf(
      broadcast,
      [wording.cancelled(nameOf(broadcast), left)],
      broadcast.startedAt === null ? [] : ['show'],
    );
  },
});

/** @returns how many people will not get it any more; what is with a channel right now ends by itself */
export async function stopBroadcast(db: Db, broadcast: BroadcastRow, now: Date): Promise<number> {
  const begun = broadcast.startedAt !== null;
  await moveBroadcast(db, broadcast, states, { state: 'cancelled', ...(!begun && { finishedAt: now }) });
  const { count } = await db.outbox.updateMany({
    where: { broadcastId: broadcast.id, state: 'pending' },
    data: { state: 'excluded', error: wording.cancelledReason, claimedBy: null },
  });
  return count;
}
