/** Where the configured store lies: the PostgreSQL named by the environment, else the data folder. */
import type { Config } from './config.ts';
import type { StoreLocation } from '#prisma/store.ts';

export function storeLocation({ databaseUrl, dataDir }: Pick<Config, 'databaseUrl' | 'dataDir'>): StoreLocation {
  return databaseUrl ? { databaseUrl: databaseUrl.reveal() } : { dataDir };
}
