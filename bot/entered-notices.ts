/** The holiday notices entered into the configured store, for commands that otherwise need no store. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openStore } from '#prisma/store.ts';
import type { Notice } from '#tools/deadlines/calendar/notice.ts';
import { storedNotices } from '#tools/deadlines/calendar/stored-notices.ts';
import type { Config } from './config.ts';
import { storeLocation } from './store-location.ts';

/** A data folder without a database has none: it is left as it is. */
export async function enteredNotices(config: Pick<Config, 'databaseUrl' | 'dataDir'>): Promise<readonly Notice[]> {
  if (config.databaseUrl === null && !existsSync(join(config.dataDir, 'database'))) return [];
  const store = await openStore(storeLocation(config));
  try {
    return await storedNotices(store.db);
  } finally {
    await store.close();
  }
}
