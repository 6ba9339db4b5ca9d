/** What entries that are alike have in common, kept with each version so that a check-up need not read everybody's. */
import { createHash } from 'node:crypto';
import type { Db } from '#tools/tool-context.ts';
import { foldWord } from '../exchange/read-enumeration.ts';
import { coreName } from './likeness.ts';

export interface DoubleKeys {
  readonly nameKey: string;
  /** Null where there are too few items to tell by. */
  readonly itemsKey: string | null;
}

/** Fewer items than this are shared by much that is not the same: 名称、地址、电话. */
const leastItems = 4;

export function doubleKeys(name: string, items: readonly { readonly name: string }[]): DoubleKeys {
  const words = items.map((item) => foldWord(item.name)).toSorted();
  return {
    nameKey: coreName(name),
    itemsKey: words.length < leastItems ? null : createHash('sha256').update(words.join('|')).digest('base64url'),
  };
}

const together = 500;

/**
 * Works them out for published versions that came without: a backup of an earlier version, the sample city. Until then
 * a check-up reads those versions whole.
 */
export async function fillDoubleKeys(db: Db): Promise<number> {
  let filled = 0;
  for (;;) {
    const versions = await db.catalogVersion.findMany({
      where: { state: 'published', nameKey: null },
      select: { id: true, name: true, items: { select: { name: true } } },
      take: together,
    });
    if (versions.length === 0) return filled;
    const keys = versions.map(({ id, name, items }) => ({ id, ...doubleKeys(name, items) }));
    await db.$executeRaw`
      UPDATE "CatalogVersion" v SET "nameKey" = k."nameKey", "itemsKey" = k."itemsKey"
      FROM jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) AS k("id" text, "nameKey" text, "itemsKey" text)
      WHERE v."id" = k."id"`;
    filled += versions.length;
  }
}

/** Entries that share a key with a department's, both sides of each; and those whose keys are not worked out. */
export async function likelyDoubles(db: Db, departmentId: string, crowd: number): Promise<readonly string[]> {
  const rows = await db.$queryRaw<{ ids: string[] }[]>`
    WITH mine AS (
      SELECT v."nameKey", v."itemsKey" FROM "CatalogVersion" v JOIN "CatalogEntry" e ON e."id" = v."entryId"
      WHERE e."departmentId" = ${departmentId} AND v."state" = 'published'
    )
    SELECT array_agg(v."entryId") AS ids FROM "CatalogVersion" v
      WHERE v."state" = 'published' AND v."nameKey" IN (SELECT "nameKey" FROM mine)
      GROUP BY v."nameKey" HAVING count(*) BETWEEN 2 AND ${crowd}
    UNION ALL
    SELECT array_agg(v."entryId") FROM "CatalogVersion" v
      WHERE v."state" = 'published' AND v."itemsKey" IN (SELECT "itemsKey" FROM mine)
      GROUP BY v."itemsKey" HAVING count(*) BETWEEN 2 AND ${crowd}
    UNION ALL
    SELECT array_agg(v."entryId") FROM "CatalogVersion" v
      WHERE v."state" = 'published' AND v."nameKey" IS NULL HAVING count(*) > 0`;
  return [...new Set(rows.flatMap(({ ids }) => ids))];
}
