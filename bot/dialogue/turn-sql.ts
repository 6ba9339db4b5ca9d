/** The one statement a turn begins with: who speaks, what the conversation is about, which forms are open. */
import { statement } from '#bot/delivery/prepared-query.ts';

/** How far back earlier questions are looked for, in messages. */
const lookBack = 40;

/**
 * $1 channel, $2 conversation, $3 user, $4 now, $5 whether demo bindings count.
 * No row comes back when the conversation is not known yet.
 */
export const loadTurn = statement(
  'turn',
  `WITH who AS (
    SELECT p."id", p."name" FROM "ChannelIdentity" i JOIN "Person" p ON p."id" = i."personId"
    WHERE i."channel" = $1 AND i."tenant" = '' AND i."userId" = $3 AND i."unboundAt" IS NULL AND p."leftAt" IS NULL
      AND ($5::boolean OR i."boundBy" <> 'demo')
  ), place AS (
    SELECT c."id", c."personId", c."lastSequence" FROM "Conversation" c
    WHERE c."channel" = $1 AND c."tenant" = '' AND c."externalId" = $2
  ), forms AS (
    SELECT d.* FROM "Draft" d, place
    WHERE d."state" IN ('open', 'confirming')
      AND CASE WHEN EXISTS (SELECT FROM who) THEN d."ownerId" = (SELECT w."id" FROM who w)
        ELSE d."ownerId" IS NULL AND d."conversationId" = place."id" END
  )
  SELECT place."id" AS "conversationId", place."personId" AS "knownPersonId", s."version" AS "stateVersion", s."state",
    (SELECT w."id" FROM who w) AS "personId", (SELECT w."name" FROM who w) AS "name",
    (SELECT COALESCE(json_agg(json_build_object('role', m."role", 'departmentId', m."departmentId", 'departmentName', d."name")
        ORDER BY m."since", m."id"), '[]')
      FROM who w JOIN "Membership" m ON m."personId" = w."id" LEFT JOIN "Department" d ON d."id" = m."departmentId"
      WHERE m."since" <= $4::timestamptz AND (m."until" IS NULL OR m."until" > $4::timestamptz)) AS "memberships",
    (SELECT COALESCE(json_agg(to_jsonb(f) ORDER BY f."updatedAt", f."id"), '[]') FROM forms f) AS "drafts",
    (SELECT COALESCE(json_agg(json_build_object('id', g."id", 'draftId', g."draftId", 'field', g."field",
        'personId', g."personId", 'personName', p."name") ORDER BY g."askedAt", g."id"), '[]')
      FROM "DraftDelegation" g JOIN forms f ON f."id" = g."draftId" JOIN "Person" p ON p."id" = g."personId"
      WHERE g."answeredAt" IS NULL AND g."closedAt" IS NULL) AS "delegations",
    (SELECT COALESCE(json_agg(json_build_object('id', g."id", 'draftId', g."draftId", 'field', g."field", 'form', d."form",
        'draftName', d."name", 'askedById', g."askedById", 'askerName', p."name") ORDER BY g."askedAt", g."id"), '[]')
      FROM who w JOIN "DraftDelegation" g ON g."personId" = w."id" JOIN "Draft" d ON d."id" = g."draftId"
      JOIN "Person" p ON p."id" = g."askedById"
      WHERE g."answeredAt" IS NULL AND g."closedAt" IS NULL) AS "askedOfMe",
    (SELECT m."actions" FROM "Message" m WHERE m."conversationId" = place."id" AND m."direction" = 'outbound'
      ORDER BY m."sequence" DESC LIMIT 1) AS "lastActions",
    (SELECT COALESCE(json_agg(q."text" ORDER BY q."sequence"), '[]') FROM (
      SELECT asked."text", asked."sequence" FROM "Message" told
      JOIN "Message" asked ON asked."conversationId" = told."conversationId" AND asked."externalId" = told."answers"
      WHERE told."conversationId" = place."id" AND told."sequence" > place."lastSequence" - ${lookBack}
        AND told."answer" ->> 'outcome' NOT IN ('smalltalk', 'error')
      ORDER BY told."sequence" DESC LIMIT 4) q) AS "previous"
  FROM place LEFT JOIN "ConversationState" s ON s."conversationId" = place."id"`,
);
