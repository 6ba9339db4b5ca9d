/** Where the configured store lies: the PostgreSQL named by the environment, else the data folder. */
import path from 'node:path';
import type { Config } from './config.ts';
import type { StoreLocation } from '#prisma/store.ts';

export function storeLocation({ databaseUrl, dataDir }: Pick<Config, 'databaseUrl' | 'dataDir'>): StoreLocation {
  return databaseUrl ? { databaseUrl: databaseUrl.reveal() } : { dataDir };
}

/** Where turns are journaled before they reach the embedded database; see `delivery/journal`. */
export function journalDir({ dataDir }: Pick<Config, 'dataDir'>): string {
  return path.join(dataDir, 'journal');
}
