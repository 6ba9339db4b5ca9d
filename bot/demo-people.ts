/** The people of the demo city that a visitor can choose to be: those whose account in the chat page is the demo's. */
import type { Pool } from 'pg';
import type { DemoPerson } from './channels/channel.ts';
import { runPrepared, statement } from './delivery/prepared-query.ts';

const people = statement(
  'demo',
  `SELECT p."id", p."name", COALESCE(d."name", '') AS "department", m."role"::text AS "role"
  FROM "ChannelIdentity" i JOIN "Person" p ON p."id" = i."personId"
  JOIN LATERAL (
    SELECT * FROM "Membership" m WHERE m."personId" = p."id" AND m."until" IS NULL ORDER BY m."since", m."id" LIMIT 1
  ) m ON true
  LEFT JOIN "Department" d ON d."id" = m."departmentId"
  WHERE i."channel" = 'directline' AND i."tenant" = '' AND i."userId" = p."id" AND i."boundBy" = 'demo' AND i."unboundAt" IS NULL
    AND p."leftAt" IS NULL
  ORDER BY m."role", d."name", p."id"`,
);

export function demoPeople(pool: Pool): Promise<readonly DemoPerson[]> {
  return runPrepared<DemoPerson>(pool, people, []);
}
