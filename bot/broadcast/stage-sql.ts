/** What moves a broadcast from stage to stage: one look at what is under way, and the steps that happen once. */

/** Everything that is not over, with how far it is. */
export const unfinished = `SELECT b."id", b."number", b."title", b."state"::text AS "state", b."createdById", b."canaryAt", b."forwardedAt",
    count(o.*) FILTER (WHERE o."state" IN ('pending', 'sending'))::int AS "left",
    count(o.*) FILTER (WHERE o."state" IN ('pending', 'sending') AND o."priority" <= $1)::int AS "canaryLeft",
    count(o.*) FILTER (WHERE o."priority" <= $1)::int AS "canary",
    count(o.*) FILTER (WHERE o."state" = 'sent' AND o."priority" <= $1)::int AS "canarySent",
    count(o.*) FILTER (WHERE o."state" = 'sending')::int AS "underWay",
    count(o.*)::int AS "all"
  FROM "Broadcast" b LEFT JOIN "Outbox" o ON o."broadcastId" = b."id"
  WHERE b."state" IN ('canary', 'sending', 'paused') OR (b."state" = 'cancelled' AND b."startedAt" IS NOT NULL AND b."finishedAt" IS NULL)
  GROUP BY b."id"`;

/** $1 now. */
export const startable = `SELECT "id" FROM "Broadcast" WHERE "state" = 'scheduled' AND "scheduledAt" <= $1::timestamptz ORDER BY "scheduledAt", "id"`;

/** $1 broadcast, $2 reason. */
export const dropWaiting = `UPDATE "Outbox" SET "state" = 'excluded', "error" = $2, "claimedBy" = NULL
  WHERE "broadcastId" = $1 AND "state" = 'pending'`;

/** $1 broadcast: whom no channel reached, by department, with who is to pass it on. */
export const unreached = `SELECT d."id" AS "departmentId", d."contactId", array_agg(p."name" ORDER BY p."name") AS "names"
  FROM "BroadcastRecipient" r
  JOIN "Person" p ON p."id" = r."personId"
  JOIN "Department" d ON d."id" = r."departmentId"
  LEFT JOIN "Outbox" o ON o."broadcastId" = r."broadcastId" AND o."personId" = r."personId"
  WHERE r."broadcastId" = $1 AND (r."state" = 'unreachable' OR o."state" = 'failed')
    AND d."contactId" IS NOT NULL AND d."contactId" <> r."personId"
  GROUP BY d."id" ORDER BY d."id"`;

/** $1 broadcast, $2 now: ends it unless something has been added meanwhile. */
export const finish = `UPDATE "Broadcast" SET "state" = 'done', "finishedAt" = $2::timestamptz, "version" = "version" + 1
  WHERE "id" = $1 AND "state" = 'sending'
    AND NOT EXISTS (SELECT FROM "Outbox" o WHERE o."broadcastId" = $1 AND o."state" IN ('pending', 'sending'))`;
