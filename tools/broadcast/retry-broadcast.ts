/** Sends a broadcast again to those only whom it did not reach: nobody gets it twice, and what is unknown stays so. */
import { z } from 'zod';
import { Refusal } from '#tools/refusal.ts';
import { defineTool } from '#tools/tool.ts';
import type { Db } from '#tools/tool-context.ts';
import { broadcastField } from './broadcast-field.ts';
import { loadBroadcast, moveBroadcast } from './broadcast-row.ts';
import { broadcastResultSchema, nameOf, resultOf } from './broadcast-result.ts';
import { placesOf } from './places.ts';
import { waysOut } from './ways-out.ts';
import { wording } from './wording.ts';

/** $1 [{ id, channel, tenant, userId }], $2 now. */
const again = `UPDATE "Outbox" o SET "state" = 'pending', "channel" = r."channel", "tenant" = r."tenant", "userId" = r."userId",
    "trail" = '[]', "attempts" = 0, "error" = NULL, "claimedBy" = NULL, "callId" = NULL, "notBeforeAt" = $2::timestamptz
  FROM jsonb_to_recordset($1::jsonb) AS r("id" text, "channel" text, "tenant" text, "userId" text)
  WHERE o."id" = r."id" AND o."state" = 'failed'`;

export const retryBroadcast = defineTool({
  name: 'retry-broadcast',
  title: '重发失败的',
  purpose: '只向上次发送失败的人重发,已经收到的和不能确定的都不会再收到。',
  effect: 'writes',
  article: null,
  input: z.object({ broadcastId: broadcastField('to_retry', '重发哪一条群发?') }),
  output: broadcastResultSchema,
  permits: { bureau: 'any' },
  says: ['重发|重新发|再发|补发 失败|没收到|没成功|没发到|群发', '失败的|没收到的 重发|再发|补发'],
  touches: () => null,
  async run({ broadcastId }, { db, now, record }) {
    const broadcast = await loadBroadcast(db, broadcastId);
    const rows = await failedRows(db, broadcastId);
    const places = await placesOf(
      db,
      rows.map(({ recipient }) => recipient),
      await waysOut(db),
    );
    // Somebody without any place by now stays failed.
    const reachable = rows.flatMap(({ id, recipient }) => {
      const [place] = places.get(recipient) ?? [];
      return place ? [{ id, channel: place.channel, tenant: place.tenant, userId: place.userId }] : [];
    });
    if (reachable.length === 0)
      throw new Refusal('NOTHING_TO_RETRY', wording.nothingFailed, { remedy: wording.nothingFailedRemedy });
    await moveBroadcast(db, broadcast, ['done', 'paused'], { state: 'sending', finishedAt: null });
    await db.$executeRawUnsafe(again, JSON.stringify(reachable), now);
    record({ subjectKind: 'broadcast', subjectId: broadcastId, after: { retried: reachable.length } });
    return resultOf(broadcast, [wording.retried(nameOf(broadcast), reachable.length)], ['show', 'pause']);
  },
});

async function failedRows(db: Db, broadcastId: string): Promise<readonly { id: string; recipient: string }[]> {
  return await db.outbox.findMany({
    where: { broadcastId, state: 'failed', personId: { not: null } },
    select: { id: true, recipient: true },
  });
}
