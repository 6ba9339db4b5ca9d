/** The names from the roster that stand in what is about to leave for the model: they are masked like numbers. */
import type { Store } from '#prisma/store.ts';
import type { Mask } from './mask.ts';

export async function hideRosterNames(mask: Mask, text: string, { db }: Pick<Store, 'db'>): Promise<void> {
  const rows = await db.$queryRaw<{ name: string }[]>`
    SELECT DISTINCT "name" FROM "Person" WHERE length("name") >= 2 AND position("name" in ${text}) > 0`;
  mask.know(rows.map(({ name }) => name));
}
