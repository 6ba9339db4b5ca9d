/** Published entries whose data may be due again: those not refreshed for a week at least. */
import { z } from 'zod';
import { changshaDay } from '#tools/deadlines/changsha-day.ts';
import { addDays } from '#tools/deadlines/iso-date.ts';
import type { Db } from '#tools/tool-context.ts';
import type { EntryFact } from './facts.ts';
import type { Ids } from './load-facts.ts';

const row = z.object({
  id: z.string(),
  name: z.string(),
  departmentId: z.string(),
  updateCycle: z.enum(['weekly', 'monthly', 'quarterly', 'half_yearly', 'yearly']),
  dataUpdatedOn: z.string(),
});

/** The codes of the cycles people refresh by. */
const cycles = {
  3: 'weekly',
  4: 'monthly',
  5: 'quarterly',
  6: 'yearly',
  half_yearly: 'half_yearly',
} as const satisfies Readonly<Record<string, EntryFact['updateCycle']>>;

/** $1 ids or null; $2 the latest refresh that can be due. */
const statement = `SELECT e."id", v."name", e."departmentId", v."updateCycle"::text AS "cycle", e."dataUpdatedOn"
  FROM "CatalogEntry" e
  JOIN "CatalogVersion" v ON v."entryId" = e."id" AND v."state" = 'published'
  WHERE e."dataUpdatedOn" <= $2 AND v."updateCycle"::text = ANY($3) AND ($1::text[] IS NULL OR e."id" = ANY($1))
  ORDER BY e."dataUpdatedOn", e."id"`;

const cycleOf = new Map<string, string>(Object.entries(cycles));

export async function entryFacts(db: Db, now: Date, ids: Ids): Promise<readonly EntryFact[]> {
  const latest = addDays(changshaDay(now), -7);
  const rows = await db.$queryRawUnsafe<{ cycle: string }[]>(statement, ids === null ? null : [...ids], latest, [
    ...cycleOf.keys(),
  ]);
  return z.array(row).parse(rows.map((one) => ({ ...one, updateCycle: cycleOf.get(one.cycle) })));
}
