/** Last year's version of a list: the newest one that was confirmed in an earlier campaign. */
import { Prisma } from '#prisma/generated/client.ts';
import type { ListKind } from '#prisma/generated/enums.ts';
import type { Db } from '#tools/tool-context.ts';
import { type ListRow, listRowsSchema } from './list-row.ts';

export interface LastYear {
  readonly year: number;
  readonly rows: readonly ListRow[];
}

/** Null: there never was one. */
export type LastYears = (departmentId: string, list: ListKind) => LastYear | null;

interface Found {
  readonly departmentId: string;
  readonly list: ListKind;
  readonly year: number;
  readonly rows: unknown;
}

/** @param year of the campaign that is compared with what was before it */
export async function lastYears(db: Db, year: number, departmentIds?: readonly string[]): Promise<LastYears> {
  const which =
    departmentIds === undefined
      ? Prisma.empty
      : Prisma.sql`AND s."departmentId" IN (${Prisma.join([...departmentIds, ''])})`;
  const found = await db.$queryRaw<Found[]>`
    SELECT DISTINCT ON (s."departmentId", s."list") s."departmentId", s."list"::text AS "list", c."year", s."rows"
    FROM "ListSubmission" s JOIN "ListCampaign" c ON c."id" = s."campaignId"
    WHERE s."state" = 'confirmed' AND c."year" < ${year} ${which}
    ORDER BY s."departmentId", s."list", c."year" DESC`;
  const byList = new Map(found.map((row) => [`${row.departmentId}:${row.list}`, row]));
  return (departmentId, list) => {
    const row = byList.get(`${departmentId}:${list}`);
    return row ? { year: row.year, rows: listRowsSchema.parse(row.rows) } : null;
  };
}
