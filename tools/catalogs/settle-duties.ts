/** Marks an entry as dealt with in the open update tasks it belongs to, once a change of it has been filed. */
import type { Db } from '../tool-context.ts';

export async function settleDuties(db: Db, entryId: string): Promise<void> {
  await db.dutyEntry.updateMany({
    where: { entryId, state: { in: ['to_review', 'drafted'] }, duty: { kind: 'catalog_update', state: 'open' } },
    data: { state: 'filed' },
  });
}
