/** Requests that wait for somebody, with their clocks: one statement, for thousands are read in a round. */
import { z } from 'zod';
import { RequestKind, RequestState } from '#prisma/generated/enums.ts';
import type { Db } from '#tools/tool-context.ts';
import type { RequestFact } from './facts.ts';
import type { Ids } from './load-facts.ts';
import { clocksOf, clockRows } from './stored-clocks.ts';

const row = z.object({
  id: z.string(),
  number: z.number(),
  kind: z.enum(RequestKind),
  state: z.enum(RequestState),
  entryName: z.string(),
  requesterId: z.string(),
  requesterDepartmentId: z.string().nullable(),
  requesterName: z.string(),
  providerDepartmentId: z.string(),
  providerName: z.string(),
  handlerId: z.string().nullable(),
  clocks: clockRows,
  supplementAskedAt: z.date().nullable(),
});

/** $1 ids, or null for all. */
const statement = `SELECT r."id", r."number", r."kind"::text, r."state"::text,
    coalesce(v."name", (SELECT l."name" FROM "CatalogVersion" l WHERE l."entryId" = r."entryId" ORDER BY l."number" DESC LIMIT 1), '') AS "entryName",
    r."requesterId", r."requesterDepartmentId", coalesce(rd."name", p."name") AS "requesterName",
    r."providerDepartmentId", pd."name" AS "providerName", r."handlerId",
    (SELECT json_agg(json_build_object('limit', e."limit", 'kind', e."kind", 'on', e."on", 'days', e."days", 'reason', e."reason", 'at', e."at")
       ORDER BY e."at", e."id") FROM "DeadlineEvent" e WHERE e."requestId" = r."id") AS "clocks",
    (SELECT max(h."at") FROM "RequestEvent" h WHERE h."requestId" = r."id" AND h."kind" = 'supplement_asked' AND r."state" = 'supplement_asked')
      AS "supplementAskedAt"
  FROM "Request" r
  JOIN "Person" p ON p."id" = r."requesterId"
  JOIN "Department" pd ON pd."id" = r."providerDepartmentId"
  LEFT JOIN "Department" rd ON rd."id" = r."requesterDepartmentId"
  LEFT JOIN "CatalogVersion" v ON v."id" = r."versionId"
  WHERE r."state" IN ('submitted', 'supplement_asked', 'supplied', 'approved') AND ($1::text[] IS NULL OR r."id" = ANY($1))
  ORDER BY r."number"`;

export async function requestFacts(db: Db, ids: Ids): Promise<readonly RequestFact[]> {
  const rows = await db.$queryRawUnsafe<unknown[]>(statement, ids === null ? null : [...ids]);
  return z
    .array(row)
    .parse(rows)
    .map(({ clocks, ...rest }) => ({ ...rest, clocks: clocksOf(clocks) }));
}
