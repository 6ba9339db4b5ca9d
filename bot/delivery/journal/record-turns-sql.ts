/** Brings many turns into the store by one statement: what came in, what it was answered with, numbered as they happened. */
import { statement } from '../prepared-query.ts';

/**
 * $1 an array of turns as `turn-line.ts` writes them, oldest first. A turn whose message the inbox has already is passed
 * over, so that the same journal may be brought in twice.
 */
export const recordTurns = statement(
  'turns',
  `WITH entry AS (
    SELECT e."value" AS t, e."ordinality" AS n, e."value" -> 'payload' ->> 'channel' AS "channel",
      e."value" -> 'payload' ->> 'conversationId' AS "conversation", e."value" -> 'payload' ->> 'messageId' AS "messageId",
      (e."value" -> 'payload' ->> 'at')::timestamptz AS "receivedAt", (e."value" ->> 'at')::timestamptz AS "at"
    FROM jsonb_array_elements($1::jsonb) WITH ORDINALITY AS e
  ), fresh AS (
    SELECT DISTINCT ON (e."channel", e."messageId") e.*, 1 + jsonb_array_length(e.t -> 'replies') AS "takes" FROM entry e
    WHERE NOT EXISTS (SELECT 1 FROM "Inbox" i WHERE i."channel" = e."channel" AND i."messageId" = e."messageId")
    ORDER BY e."channel", e."messageId", e.n
  ), numbered AS (
    SELECT f.*, (sum(f."takes") OVER (PARTITION BY f."channel", f."conversation" ORDER BY f.n))::int AS "upTo" FROM fresh f
  ), total AS (
    SELECT "channel", "conversation", sum("takes")::int AS "takes", min(t ->> 'place') AS "id", min("receivedAt") AS "createdAt"
    FROM fresh GROUP BY "channel", "conversation"
  ), place AS (
    INSERT INTO "Conversation" ("id", "channel", "tenant", "externalId", "lastSequence", "createdAt")
    SELECT "id", "channel", '', "conversation", "takes", "createdAt" FROM total
    ON CONFLICT ("channel", "tenant", "externalId") DO UPDATE SET
      "lastSequence" = "Conversation"."lastSequence" + EXCLUDED."lastSequence"
    RETURNING "id", "channel", "externalId", "lastSequence"
  ), turn AS (
    SELECT n.*, p."id" AS "conversationId", p."lastSequence" - s."takes" + n."upTo" - n."takes" + 1 AS "sequence"
    FROM numbered n
    JOIN place p ON p."channel" = n."channel" AND p."externalId" = n."conversation"
    JOIN total s ON s."channel" = n."channel" AND s."conversation" = n."conversation"
  ), seen AS (
    INSERT INTO "Inbox" ("id", "channel", "messageId", "conversationId", "sequence", "payload", "state", "receivedAt", "startedAt", "finishedAt")
    SELECT t ->> 'seen', "channel", "messageId", "conversationId", "sequence", t -> 'payload', 'done', "receivedAt", "receivedAt", "at"
    FROM turn
  ), said AS (
    INSERT INTO "Message" ("id", "conversationId", "sequence", "direction", "text", "externalId", "action", "envelope", "userId", "at")
    SELECT t ->> 'said', "conversationId", "sequence", 'inbound', t -> 'payload' ->> 'text', "messageId",
      t -> 'payload' -> 'action', t -> 'payload' -> 'envelope', t -> 'payload' ->> 'userId', "receivedAt"
    FROM turn
  ), answered AS (
    INSERT INTO "Message" ("id", "conversationId", "sequence", "direction", "text", "answer", "card", "actions", "answers", "userId", "at")
    SELECT r."value" ->> 'messageId', turn."conversationId", turn."sequence" + r."ordinality"::int, 'outbound',
      r."value" -> 'reply' ->> 'text', r."value" -> 'reply' -> 'answer', r."value" -> 'reply' -> 'card',
      r."value" -> 'reply' -> 'actions', turn."messageId", turn.t -> 'payload' ->> 'userId', turn."at"
    FROM turn, jsonb_array_elements(turn.t -> 'replies') WITH ORDINALITY AS r
  )
  SELECT count(*)::int AS "recorded" FROM turn`,
);
