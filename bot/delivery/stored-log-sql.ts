/** The statements of the stored conversation log; each is one round trip and one transaction. */
import { statement } from './prepared-query.ts';
import { turnStart } from './turn-start-sql.ts';

/**
 * $1 channel, $2 conversation, $3 message id, $4 payload, $5 at, $6–$8 new ids, $9 how many numbers it takes (0 for a
 * join), $10 text, $11 action, $12 envelope, $13 user, $14 address, $15 whether the commit need not wait for the disk:
 * the next one that does takes this one with it, $16 whether demo bindings count; null: the turn's start is not read.
 *
 * No row comes back when the message is known. A delivery of the same message at the same instant by another process
 * makes the whole statement fail on the unique index instead. `before` differs from what the number was counted up from
 * when another process wrote in between; then `offered` and `ahead` were read too early and have to be read again.
 */
export const receive = statement(
  'receive',
  `WITH place AS (
    INSERT INTO "Conversation" ("id", "channel", "tenant", "externalId", "lastSequence", "address", "createdAt")
    SELECT $6, $1, '', $2, $9::int, $14::jsonb, $5::timestamptz
    WHERE NOT EXISTS (SELECT 1 FROM "Inbox" WHERE "channel" = $1 AND "messageId" = $3)
    ON CONFLICT ("channel", "tenant", "externalId") DO UPDATE SET
      "lastSequence" = "Conversation"."lastSequence" + $9::int,
      "address" = COALESCE(EXCLUDED."address", "Conversation"."address")
    RETURNING "id", "lastSequence"
  ), seen AS (
    INSERT INTO "Inbox" ("id", "channel", "messageId", "conversationId", "sequence", "payload", "state", "receivedAt", "startedAt")
    SELECT $7, $1, $3, place."id", place."lastSequence", $4::jsonb, 'processing', $5::timestamptz, $5::timestamptz FROM place
  ), said AS (
    INSERT INTO "Message" ("id", "conversationId", "sequence", "direction", "text", "externalId", "action", "envelope", "userId", "at")
    SELECT $8, place."id", place."lastSequence", 'inbound', $10, $3, $11::jsonb, $12::jsonb, $13, $5::timestamptz
    FROM place WHERE $9::int > 0
  )
  SELECT place."lastSequence" AS "seq",
    (SELECT c."lastSequence" FROM "Conversation" c WHERE c."id" = place."id") AS "before",
    ${offeredIn('place."id"', '')} AS "offered",
    (SELECT count(*)::int FROM "Inbox" i
      WHERE i."conversationId" = place."id" AND i."state" IN ('pending', 'processing')) AS "ahead",
    CASE WHEN $16::boolean IS NOT NULL THEN (${turnStart({ channel: '$1', conversation: '$2', user: '$13', now: '$5', demo: '$16' })}) END AS "start",
    CASE WHEN $15::boolean THEN set_config('synchronous_commit', 'off', true) END
  FROM place`,
);

/** $1 channel, $2 conversation, $3 message id, $4 a number: unfinished messages up to it, and the buttons shown last before it. */
export const standing = statement(
  'standing',
  `SELECT
    ${offeredIn('c."id"', 'AND m."sequence" <= $4::int')} AS "offered",
    (SELECT count(*)::int FROM "Inbox" i
      WHERE i."conversationId" = c."id" AND i."state" IN ('pending', 'processing')
        AND i."sequence" <= $4::int AND i."messageId" <> $3) AS "ahead"
  FROM "Conversation" c WHERE c."channel" = $1 AND c."tenant" = '' AND c."externalId" = $2`,
);

/** $1 channel, $2 message id. */
export const known = statement(
  'known',
  `SELECT "payload", "sequence" AS "seq" FROM "Inbox" WHERE "channel" = $1 AND "messageId" = $2`,
);

/**
 * $1 channel, $2 message id answered, $3 replies with their ids, $4 how many, $5 at, $6 user, $7 whether they are pushed.
 * Nothing happens when the message has been answered already.
 */
export const answer = statement(
  'answer',
  `WITH done AS (
    UPDATE "Inbox" SET "state" = 'done', "finishedAt" = $5::timestamptz
    WHERE "channel" = $1 AND "messageId" = $2 AND "state" IN ('pending', 'processing')
    RETURNING "conversationId"
  ), place AS (
    UPDATE "Conversation" c SET "lastSequence" = c."lastSequence" + $4::int FROM done WHERE c."id" = done."conversationId"
    RETURNING c."id", c."lastSequence" - $4::int AS "base", c."address", $6::text AS "userId"
  ), ${recordReplies('$2')}
  SELECT place."base", place."address", place."userId" FROM place`,
);

/** The same without a message to answer: $2 unique for this saying, $6 null for the person who last wrote, $8 conversation. */
export const say = statement(
  'say',
  `WITH place AS (
    UPDATE "Conversation" c SET "lastSequence" = c."lastSequence" + $4::int
    WHERE c."channel" = $1 AND c."tenant" = '' AND c."externalId" = $8
    RETURNING c."id", c."lastSequence" - $4::int AS "base", c."address",
      COALESCE($6::text, (SELECT i."payload" ->> 'userId' FROM "Inbox" i
        WHERE i."conversationId" = c."id" ORDER BY i."receivedAt" DESC LIMIT 1)) AS "userId"
  ), ${recordReplies('NULL')}
  SELECT place."base", place."address", place."userId" FROM place`,
);

/** $1 channel, $2 conversation, $3 watermark, $4 how many at most. */
export const since = statement(
  'since',
  `SELECT m."sequence" AS "seq", m."direction", m."text", m."answer", m."card", m."actions", m."externalId", m."action",
    m."envelope", m."answers", m."userId", m."at"
  FROM "Conversation" c JOIN "Message" m ON m."conversationId" = c."id"
  WHERE c."channel" = $1 AND c."tenant" = '' AND c."externalId" = $2 AND m."sequence" > $3::int
  ORDER BY m."sequence" LIMIT $4::int`,
);

/** $1 channel, $2 message id. */
export const repliesTo = statement(
  'replies',
  `SELECT c."externalId" AS "conversation", m."sequence" AS "seq", m."direction", m."text", m."answer", m."card", m."actions",
    m."externalId", m."action", m."envelope", m."answers", m."userId", m."at"
  FROM "Inbox" i JOIN "Conversation" c ON c."id" = i."conversationId"
  JOIN "Message" m ON m."conversationId" = i."conversationId" AND m."answers" = i."messageId"
  WHERE i."channel" = $1 AND i."messageId" = $2 ORDER BY m."sequence"`,
);

/** $1 begun before, $2 now. */
export const takeUnanswered = statement(
  'unanswered',
  `UPDATE "Inbox" SET "startedAt" = $2::timestamptz, "state" = 'processing', "attempts" = "attempts" + 1
  WHERE "id" IN (
    SELECT "id" FROM "Inbox" WHERE "state" IN ('pending', 'processing') AND COALESCE("startedAt", "receivedAt") < $1::timestamptz
    ORDER BY "receivedAt" LIMIT 500 FOR UPDATE SKIP LOCKED
  )
  RETURNING "payload", "sequence" AS "seq", "attempts"`,
);

/** $1 channels, $2 now, $3 how many at most. */
export const due = statement(
  'due',
  `SELECT o."id", o."attempts", o."userId", o."channel", c."externalId" AS "conversation", c."address", o."payload",
    m."sequence" AS "seq", m."answers", o."createdAt" AS "at"
  FROM "Outbox" o JOIN "Conversation" c ON c."id" = o."conversationId" JOIN "Message" m ON m."id" = o."messageId"
  WHERE o."state" = 'pending' AND o."channel" = ANY($1::text[]) AND o."notBeforeAt" <= $2::timestamptz AND o."broadcastId" IS NULL
  ORDER BY o."priority", o."createdAt", m."sequence" LIMIT $3::int`,
);

/** $1 outbox row, $2 now. */
export const claim = statement(
  'claim',
  `UPDATE "Outbox" SET "state" = 'sending', "claimedAt" = $2::timestamptz, "attempts" = "attempts" + 1
  WHERE "id" = $1 AND "state" = 'pending' RETURNING "id"`,
);

/** $1 begun before. */
export const giveUpSending = statement(
  'giveup',
  `UPDATE "Outbox" SET "state" = 'unknown', "error" = 'the process ended while sending'
  WHERE "state" = 'sending' AND "claimedAt" < $1::timestamptz AND "broadcastId" IS NULL RETURNING "id"`,
);

/** $1 outbox row, $2 state, $3 error, $4 vendor's id, $5 not before, $6 sent at. */
export const settle = statement(
  'settle',
  `UPDATE "Outbox" SET "state" = $2::"OutboxState", "error" = $3, "vendorId" = $4,
    "notBeforeAt" = COALESCE($5::timestamptz, "notBeforeAt"), "sentAt" = $6::timestamptz
  WHERE "id" = $1 AND "state" = 'sending'`,
);

/** The replies as messages after `place.base`, and as outbox rows where they are pushed. */
function recordReplies(answers: string): string {
  return `rows AS (
    SELECT place."id" AS "conversationId", place."userId", place."base" + entry."ordinality"::int AS "sequence",
      entry."value" ->> 'messageId' AS "messageId", entry."value" ->> 'outboxId' AS "outboxId", entry."value" -> 'reply' AS "reply"
    FROM place, jsonb_array_elements($3::jsonb) WITH ORDINALITY AS entry
  ), said AS (
    INSERT INTO "Message" ("id", "conversationId", "sequence", "direction", "text", "answer", "card", "actions", "answers", "userId", "at")
    SELECT r."messageId", r."conversationId", r."sequence", 'outbound', r."reply" ->> 'text', r."reply" -> 'answer',
      r."reply" -> 'card', r."reply" -> 'actions', ${answers}, r."userId", $5::timestamptz
    FROM rows r
  ), pushed AS (
    INSERT INTO "Outbox" ("id", "recipient", "messageKey", "channel", "userId", "conversationId", "messageId", "payload", "notBeforeAt", "createdAt")
    SELECT r."outboxId", $1 || '::' || r."userId", $2 || ':' || r."sequence", $1, r."userId", r."conversationId",
      r."messageId", r."reply", $5::timestamptz, $5::timestamptz
    FROM rows r WHERE $7::boolean AND r."userId" IS NOT NULL
  )`;
}

/** The buttons shown since the person last wrote, of the last message that had any. */
function offeredIn(conversationId: string, upTo: string): string {
  return `(SELECT m."actions" FROM "Message" m
    WHERE m."conversationId" = ${conversationId} AND m."direction" = 'outbound' AND m."actions" <> '[]' ${upTo}
      AND m."sequence" > COALESCE((SELECT w."sequence" FROM "Message" w
        WHERE w."conversationId" = ${conversationId} AND w."direction" = 'inbound' ${upTo.replaceAll('m.', 'w.')}
        ORDER BY w."sequence" DESC LIMIT 1), 0)
    ORDER BY m."sequence" DESC LIMIT 1)`;
}
