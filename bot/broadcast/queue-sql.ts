/** The statements of a broadcast's queue: rows of the outbox, claimed by one sender, handed over call by call, settled. */

/** $1 channel, $2 now. The row is there afterwards; whoever holds it is the only one who claims for the channel. */
export const holdPace = `INSERT INTO "ChannelPace" ("channel", "nextAt") VALUES ($1, $2::timestamptz) ON CONFLICT DO NOTHING`;
export const readPace = `SELECT "nextAt", "blockedUntil", "failures", "recent" FROM "ChannelPace" WHERE "channel" = $1 FOR UPDATE`;
/** $1 channel, $2 next, $3 what was planned lately. */
export const setPace = `UPDATE "ChannelPace" SET "nextAt" = $2::timestamptz, "recent" = $3::jsonb WHERE "channel" = $1`;
/** $1 channel, $2 until. */
export const block = `UPDATE "ChannelPace" SET "failures" = "failures" + 1,
    "blockedUntil" = GREATEST(COALESCE("blockedUntil", $2::timestamptz), $2::timestamptz)
  WHERE "channel" = $1 RETURNING "blockedUntil"`;
/** $1 channel. */
export const unblock = `UPDATE "ChannelPace" SET "failures" = 0 WHERE "channel" = $1 AND "failures" > 0`;

/** In the order they began: one broadcast after the other. */
export const active = `SELECT "id", "state"::text AS "state" FROM "Broadcast" WHERE "state" IN ('canary', 'sending') ORDER BY "startedAt", "id"`;

const columns = `o."id", o."broadcastId", o."recipient", o."personId", o."tenant", o."userId", o."payload", o."batchKey", o."attempts", o."callId"`;

/** $1 broadcast, $2 channel, $3 highest priority number, $4 now, $5 leases older than this are over, $6 how many, $7 who. */
export const claim = `WITH picked AS (
    SELECT o."id" FROM "Outbox" o
    WHERE o."broadcastId" = $1 AND o."channel" = $2 AND o."state" = 'pending' AND o."broadcastId" IS NOT NULL
      AND o."priority" <= $3 AND o."notBeforeAt" <= $4::timestamptz
      AND (o."claimedBy" IS NULL OR o."claimedAt" < $5::timestamptz)
    ORDER BY o."priority", o."batchKey", o."id" LIMIT $6 FOR UPDATE SKIP LOCKED
  ) UPDATE "Outbox" o SET "claimedBy" = $7, "claimedAt" = $4::timestamptz FROM picked WHERE o."id" = picked."id"
  RETURNING ${columns}`;

/**
 * $1 [{ id, call }], $2 who, $3 now: from here on the rows may be with the vendor. Left out are rows that somebody else
 * claimed meanwhile and those of a broadcast that was stopped.
 */
export const handOver = `UPDATE "Outbox" o SET "state" = 'sending', "callId" = r."call", "attempts" = o."attempts" + 1, "claimedAt" = $3::timestamptz
  FROM jsonb_to_recordset($1::jsonb) AS r("id" text, "call" text)
  WHERE o."id" = r."id" AND o."state" = 'pending' AND o."claimedBy" = $2
    AND EXISTS (SELECT FROM "Broadcast" b WHERE b."id" = o."broadcastId" AND b."state" IN ('canary', 'sending'))
  RETURNING o."id"`;

/** $1 row ids, $2 who: not sent after all. */
export const release = `UPDATE "Outbox" SET "claimedBy" = NULL, "claimedAt" = NULL
  WHERE "id" = ANY($1::text[]) AND "state" = 'pending' AND "claimedBy" = $2`;

/** $1 [{ id, call, why }], $2 not before, $3 whether the try counts. */
export const putBack = `UPDATE "Outbox" o SET "state" = 'pending', "claimedBy" = NULL, "claimedAt" = NULL, "callId" = NULL, "error" = r."why",
    "notBeforeAt" = $2::timestamptz, "attempts" = o."attempts" - CASE WHEN $3::boolean THEN 0 ELSE 1 END
  FROM jsonb_to_recordset($1::jsonb) AS r("id" text, "call" text, "why" text)
  WHERE o."id" = r."id" AND o."callId" = r."call" AND o."state" = 'sending'`;

/**
 * $1 [{ id, call, vendorId, place, conversation, message }], $2 channel, $3 now. A late answer also ends what was given up
 * as unknown. Each place at most once: the message gets the next number of its conversation.
 */
export const sent = `WITH live AS (
    SELECT o."id", o."personId", o."recipient", o."tenant", o."userId", o."payload", o."broadcastId", r."vendorId", r."place",
      r."conversation", r."message"
    FROM "Outbox" o JOIN jsonb_to_recordset($1::jsonb)
      AS r("id" text, "call" text, "vendorId" text, "place" text, "conversation" text, "message" text) ON r."id" = o."id"
    WHERE o."callId" = r."call" AND o."state" IN ('sending', 'unknown') FOR UPDATE OF o
  ), places AS (
    INSERT INTO "Conversation" ("id", "channel", "tenant", "externalId", "personId", "lastSequence", "topic", "createdAt")
    SELECT live."conversation", $2, live."tenant", live."place", live."recipient", 1,
      jsonb_build_object('kind', 'broadcast', 'id', live."broadcastId"), $3::timestamptz
    FROM live
    ON CONFLICT ("channel", "tenant", "externalId") DO UPDATE SET
      "lastSequence" = "Conversation"."lastSequence" + 1, "topic" = EXCLUDED."topic",
      "personId" = COALESCE("Conversation"."personId", EXCLUDED."personId")
    RETURNING "id", "tenant", "externalId", "lastSequence"
  ), done AS (
    UPDATE "Outbox" o SET "state" = 'sent', "sentAt" = $3::timestamptz, "vendorId" = live."vendorId", "error" = NULL,
      "claimedBy" = NULL, "conversationId" = places."id", "messageId" = live."message"
    FROM live JOIN places ON places."externalId" = live."place" AND places."tenant" = live."tenant" WHERE o."id" = live."id"
  ), said AS (
    INSERT INTO "Message" ("id", "conversationId", "sequence", "direction", "text", "card", "actions", "userId", "at")
    SELECT live."message", places."id", places."lastSequence", 'outbound', live."payload" ->> 'text', live."payload" -> 'card',
      COALESCE(live."payload" -> 'actions', '[]'), live."userId", $3::timestamptz
    FROM live JOIN places ON places."externalId" = live."place" AND places."tenant" = live."tenant"
  ), ledger AS (
    UPDATE "ChannelIdentity" i SET "lastDeliveredAt" = $3::timestamptz FROM live
    WHERE i."channel" = $2 AND i."tenant" = live."tenant" AND i."userId" = live."userId"
  )
  SELECT live."id", live."place", places."lastSequence" AS "sequence"
  FROM live JOIN places ON places."externalId" = live."place" AND places."tenant" = live."tenant"`;

/** $1 [{ id, call, why, next: { channel, tenant, userId } | null }], $2 channel, $3 now: on to the next place, or failed. */
export const rejected = `WITH moved AS (
    UPDATE "Outbox" o SET "state" = CASE WHEN r."channel" IS NULL THEN 'failed' ELSE 'pending' END::"OutboxState",
      "trail" = o."trail" || jsonb_build_array(jsonb_build_object('channel', o."channel", 'tenant', o."tenant", 'userId', o."userId",
        'at', $3::timestamptz, 'why', r."why")),
      "channel" = COALESCE(r."channel", o."channel"), "tenant" = COALESCE(r."tenant", o."tenant"),
      "userId" = COALESCE(r."userId", o."userId"), "error" = r."why", "attempts" = 0, "claimedBy" = NULL, "claimedAt" = NULL, "callId" = NULL
    FROM jsonb_to_recordset($1::jsonb)
      AS r("id" text, "call" text, "why" text, "was" text, "wasTenant" text, "channel" text, "tenant" text, "userId" text)
    WHERE o."id" = r."id" AND o."callId" = r."call" AND o."state" = 'sending'
    RETURNING r."was", r."wasTenant", r."why"
  ) UPDATE "ChannelIdentity" i SET "lastFailedAt" = $3::timestamptz, "lastError" = moved."why" FROM moved
    WHERE i."channel" = $2 AND i."tenant" = moved."wasTenant" AND i."userId" = moved."was"`;

/** $1 [{ id, call, why }]: the channel may or may not have taken it, and it cannot be asked. */
export const unknown = `UPDATE "Outbox" o SET "state" = 'unknown', "error" = r."why", "claimedBy" = NULL
  FROM jsonb_to_recordset($1::jsonb) AS r("id" text, "call" text, "why" text)
  WHERE o."id" = r."id" AND o."callId" = r."call" AND o."state" = 'sending'`;

/** $1 channel, $2 begun before, $3 now, $4 who: rows whose sender is gone while they were under way; ours from now on. */
export const orphans = `WITH picked AS (
    SELECT o."id" FROM "Outbox" o
    WHERE o."channel" = $1 AND o."state" = 'sending' AND o."broadcastId" IS NOT NULL AND o."claimedAt" < $2::timestamptz
    FOR UPDATE SKIP LOCKED
  ) UPDATE "Outbox" o SET "claimedBy" = $4, "claimedAt" = $3::timestamptz FROM picked WHERE o."id" = picked."id"
  RETURNING ${columns}`;

/** $1 row ids: places that refused them so far. */
export const trails = `SELECT "id", "trail" FROM "Outbox" WHERE "id" = ANY($1::text[])`;
