/** Forms of known people that were begun and not touched for some days. */
import type { Db } from '#tools/tool-context.ts';
import type { DraftFact } from './facts.ts';
import type { Ids } from './load-facts.ts';

const leastIdleMs = 3 * 86_400_000;
/** A question half asked is no work. */
const looking = ['show-request', 'print-case'];

export async function draftFacts(db: Db, now: Date, ids: Ids): Promise<readonly DraftFact[]> {
  const rows = await db.draft.findMany({
    where: {
      state: { in: ['open', 'confirming'] },
      form: { notIn: looking },
      ownerId: { not: null },
      updatedAt: { lte: new Date(now.getTime() - leastIdleMs) },
      ...(ids !== null && { id: { in: [...ids] } }),
    },
    select: { id: true, name: true, ownerId: true, updatedAt: true },
    orderBy: { id: 'asc' },
  });
  return rows.flatMap(({ ownerId, ...rest }) => (ownerId === null ? [] : [{ ...rest, ownerId }]));
}
