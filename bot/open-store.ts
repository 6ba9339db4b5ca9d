/** Opens the configured store, and in the demo makes sure that the sample city is in it. */
import { seed } from '#prisma/seed.ts';
import type { Store } from '#prisma/store.ts';
import { openStore } from '#prisma/store.ts';
import type { Config } from './config.ts';
import { bringInLeftTurns } from './delivery/journal/journaled-turns.ts';
import { journalDir, storeLocation } from './store-location.ts';

/** @param exclusive refuse a data folder that another process has open, as a server must */
export async function openConfiguredStore(
  config: Pick<Config, 'databaseUrl' | 'dataDir' | 'demo'>,
  now: () => Date,
  { exclusive = false }: { readonly exclusive?: boolean } = {},
): Promise<Store> {
  const location = storeLocation(config);
  const store = await openStore('dataDir' in location ? { ...location, exclusive } : location);
  try {
    // What was answered by a process that is gone before the store had it: whoever opens the store next brings it in.
    if (store.changes !== null) await bringInLeftTurns(journalDir(config), store.logPool);
    if (config.demo) await seed(store.db, now());
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
}
