/** Notes who has read a broadcast and who has acted on it, from what they did: wrote or pressed there, answered what it was about. */
import type { Db } from '#tools/tool-context.ts';

/** $1 broadcast: anything they sent in that conversation afterwards. */
const read = `UPDATE "BroadcastRecipient" r SET "readAt" = seen."at" FROM (
    SELECT o."personId", min(m."at") AS "at" FROM "Outbox" o
    JOIN "Message" m ON m."conversationId" = o."conversationId" AND m."direction" = 'inbound' AND m."at" >= o."sentAt"
    WHERE o."broadcastId" = $1 AND o."state" = 'sent' AND o."personId" IS NOT NULL GROUP BY o."personId"
  ) seen WHERE r."broadcastId" = $1 AND r."personId" = seen."personId" AND r."readAt" IS NULL`;

/** $1 broadcast: their department did something about a request that was in it. */
const answered = `UPDATE "BroadcastRecipient" r SET "actedAt" = done."at" FROM (
    SELECT i."personId", min(e."at") AS "at" FROM "BroadcastRecipient" i
    JOIN "Outbox" o ON o."broadcastId" = i."broadcastId" AND o."personId" = i."personId" AND o."state" IN ('sent', 'unknown')
    CROSS JOIN LATERAL jsonb_array_elements_text(i."fields" -> 'requests') AS item("id")
    JOIN "RequestEvent" e ON e."requestId" = item."id" AND e."departmentId" = i."departmentId" AND e."at" >= COALESCE(o."sentAt", o."createdAt")
    WHERE i."broadcastId" = $1 AND i."actedAt" IS NULL GROUP BY i."personId"
  ) done WHERE r."broadcastId" = $1 AND r."personId" = done."personId"`;

/** $1 broadcast: their department has signed the list it was about. */
const signed = `UPDATE "BroadcastRecipient" r SET "actedAt" = done."at" FROM (
    SELECT i."personId", min(s."signedAt") AS "at" FROM "BroadcastRecipient" i
    JOIN "Outbox" o ON o."broadcastId" = i."broadcastId" AND o."personId" = i."personId" AND o."state" IN ('sent', 'unknown')
    JOIN "ListSubmission" s ON s."departmentId" = i."departmentId" AND s."list"::text = i."fields" ->> 'list' AND s."signedAt" >= COALESCE(o."sentAt", o."createdAt")
    WHERE i."broadcastId" = $1 AND i."actedAt" IS NULL GROUP BY i."personId"
  ) done WHERE r."broadcastId" = $1 AND r."personId" = done."personId"`;

/** @param now nobody reads before a moment that has not come: what is found is kept with its own time */
export async function trackReactions(db: Db, broadcastId: string, now: Date): Promise<void> {
  for (const statement of [read, answered, signed]) await db.$executeRawUnsafe(statement, broadcastId);
  // Whoever acted has read it, whichever way they came.
  await db.$executeRawUnsafe(
    `UPDATE "BroadcastRecipient" SET "readAt" = LEAST("actedAt", $2::timestamptz) WHERE "broadcastId" = $1 AND "actedAt" IS NOT NULL AND "readAt" IS NULL`,
    broadcastId,
    now,
  );
}
