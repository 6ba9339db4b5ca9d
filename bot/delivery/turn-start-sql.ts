/** What a turn starts from, as one SQL expression: who speaks, what the conversation is about, which forms are open. */

/** How far back earlier questions are looked for, in messages. */
const lookBack = 40;

/** Parameters of the statement, e.g. `$1`. */
export interface StartParameters {
  readonly channel: string;
  readonly conversation: string;
  readonly user: string;
  readonly now: string;
  /** Whether a person chosen on the demo page counts as that person. */
  readonly demo: string;
}

/** Null when the conversation is not known yet. Read by `bot/dialogue/load-turn.ts`. */
export function turnStart({ channel, conversation, user, now, demo }: StartParameters): string {
  return `WITH who AS (
    SELECT p."id", p."name" FROM "ChannelIdentity" i JOIN "Person" p ON p."id" = i."personId"
    WHERE i."channel" = ${channel} AND i."tenant" = '' AND i."userId" = ${user} AND i."unboundAt" IS NULL
      AND p."leftAt" IS NULL AND (${demo}::boolean OR i."boundBy" <> 'demo')
  ), here AS (
    SELECT c."id", c."personId", c."lastSequence" FROM "Conversation" c
    WHERE c."channel" = ${channel} AND c."tenant" = '' AND c."externalId" = ${conversation}
  ), forms AS (
    SELECT d.* FROM "Draft" d, here
    WHERE d."state" IN ('open', 'confirming')
      AND CASE WHEN EXISTS (SELECT FROM who) THEN d."ownerId" = (SELECT w."id" FROM who w)
        ELSE d."ownerId" IS NULL AND d."conversationId" = here."id" END
  )
  SELECT json_build_object(
    'conversationId', here."id", 'knownPersonId', here."personId", 'stateVersion', s."version", 'state', s."state",
    'personId', (SELECT w."id" FROM who w), 'name', (SELECT w."name" FROM who w),
    'memberships', (SELECT COALESCE(json_agg(json_build_object('role', m."role", 'departmentId', m."departmentId",
        'departmentName', d."name") ORDER BY m."since", m."id"), '[]')
      FROM who w JOIN "Membership" m ON m."personId" = w."id" LEFT JOIN "Department" d ON d."id" = m."departmentId"
      WHERE m."since" <= ${now}::timestamptz AND (m."until" IS NULL OR m."until" > ${now}::timestamptz)),
    'drafts', (SELECT COALESCE(json_agg(to_jsonb(f) ORDER BY f."updatedAt", f."id"), '[]') FROM forms f),
    'delegations', (SELECT COALESCE(json_agg(json_build_object('id', g."id", 'draftId', g."draftId", 'field', g."field",
        'personId', g."personId", 'personName', p."name") ORDER BY g."askedAt", g."id"), '[]')
      FROM "DraftDelegation" g JOIN forms f ON f."id" = g."draftId" JOIN "Person" p ON p."id" = g."personId"
      WHERE g."answeredAt" IS NULL AND g."closedAt" IS NULL),
    'askedOfMe', (SELECT COALESCE(json_agg(json_build_object('id', g."id", 'draftId', g."draftId", 'field', g."field",
        'form', d."form", 'draftName', d."name", 'askedById', g."askedById", 'askerName', p."name")
        ORDER BY g."askedAt", g."id"), '[]')
      FROM who w JOIN "DraftDelegation" g ON g."personId" = w."id" JOIN "Draft" d ON d."id" = g."draftId"
      JOIN "Person" p ON p."id" = g."askedById"
      WHERE g."answeredAt" IS NULL AND g."closedAt" IS NULL),
    'lastActions', (SELECT m."actions" FROM "Message" m WHERE m."conversationId" = here."id" AND m."direction" = 'outbound'
      ORDER BY m."sequence" DESC LIMIT 1),
    'previous', (SELECT COALESCE(json_agg(q."text" ORDER BY q."sequence"), '[]') FROM (
      SELECT asked."text", asked."sequence" FROM "Message" told
      JOIN "Message" asked ON asked."conversationId" = told."conversationId" AND asked."externalId" = told."answers"
      WHERE told."conversationId" = here."id" AND told."sequence" > here."lastSequence" - ${lookBack}
        AND told."answer" ->> 'outcome' NOT IN ('smalltalk', 'error')
      ORDER BY told."sequence" DESC LIMIT 4) q))
  FROM here LEFT JOIN "ConversationState" s ON s."conversationId" = here."id"`;
}
