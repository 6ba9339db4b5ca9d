/**
 * Counts the changes to what is published, in the same transaction as each of them, and remembers what the last ones
 * touched: so that an index in memory learns with one small read whether it is behind, and by how much.
 */
import { z } from 'zod';
import type { Db } from '../tool-context.ts';

const key = 'catalog-revision';
/** Changes remembered; an index further behind looks at everything. */
const remembered = 200;

const revisionSchema = z.object({
  number: z.number().int(),
  /** Newest last; `entryIds` is null when too many were touched to list. */
  changes: z.array(z.object({ number: z.number().int(), entryIds: z.array(z.string()).nullable() })),
});
export type CatalogRevision = z.infer<typeof revisionSchema>;

const none: CatalogRevision = { number: 0, changes: [] };

export async function catalogRevision(db: Db): Promise<CatalogRevision> {
  const row = await db.setting.findUnique({ where: { key }, select: { value: true } });
  return row ? revisionSchema.parse(row.value) : none;
}

/** @param entryIds null: too many to list */
export async function raiseCatalogRevision(db: Db, entryIds: readonly string[] | null, now: Date): Promise<void> {
  await db.setting.createMany({ data: [{ key, value: none, updatedAt: now }], skipDuplicates: true });
  // Two transactions that raise it wait for each other here.
  await db.$queryRaw`SELECT 1 FROM "Setting" WHERE "key" = ${key} FOR UPDATE`;
  const { number, changes } = await catalogRevision(db);
  const next = { number: number + 1, entryIds: entryIds === null ? null : [...entryIds] };
  const value = { number: next.number, changes: [...changes, next].slice(-remembered) };
  await db.setting.update({ where: { key }, data: { value, updatedAt: now } });
}

/** What changed since a revision; null: everything may have. */
export function changedSince({ number, changes }: CatalogRevision, since: number): readonly string[] | null {
  if (since === number) return [];
  const later = changes.filter((change) => change.number > since);
  if (since > number || later.length !== number - since) return null;
  const ids = later.flatMap(({ entryIds }) => entryIds ?? [null]);
  return ids.includes(null) ? null : [...new Set(ids.filter((id) => id !== null))];
}
