/** The one way to the database: opens it, brings it up to date and hands out the client. */
import { PrismaPg } from '@prisma/adapter-pg';
import type { Pool } from 'pg';
import { openEmbedded } from './embedded/open-embedded.ts';
import { PrismaClient } from './generated/client.ts';
import { migrate } from './migrate.ts';
import { readMigrations } from './migration-files.ts';
import { openPostgresql } from './open-postgresql.ts';
import { StoreFault } from './store-fault.ts';

export interface Store {
  readonly db: PrismaClient;
  readonly kind: 'embedded' | 'postgresql';
  /** The connections under `db`, for what speaks SQL itself (the job queue, backup). */
  readonly pool: Pool;
  /** Connections of the conversation log; its statements are not among the `changes`. `pool` itself where nobody counts. */
  readonly logPool: Pool;
  /**
   * Rises before anything but the conversation log reaches the database, from whatever process: what was read while it
   * stood where it stands is still so. Null where it cannot be known (PostgreSQL, a folder another process holds).
   */
  readonly changes: (() => number) | null;
  /** Migrations applied by this opening. */
  readonly migrated: readonly string[];
  close(): Promise<void>;
}

export type StoreLocation =
  | {
      /** Folder of the embedded database; made when missing. */
      readonly dataDir: string;
      /**
       * Refuse to open a folder that another process has open, as a server must. Otherwise this process becomes a client
       * of that one for as long as it lives: what a command does while the server runs.
       */
      readonly exclusive?: boolean;
    }
  | { readonly databaseUrl: string; readonly poolSize?: number };

export async function openStore(location: StoreLocation): Promise<Store> {
  return 'databaseUrl' in location
    ? await openedPostgresql(location.databaseUrl, location.poolSize)
    : await openedEmbedded(location.dataDir, location.exclusive ?? false);
}

async function openedPostgresql(databaseUrl: string, poolSize: number | undefined): Promise<Store> {
  const pool = await openPostgresql(databaseUrl, poolSize);
  return await ready('postgresql', { pool, logPool: pool, changes: null, close: () => pool.end() });
}

async function openedEmbedded(dataDir: string, exclusive: boolean): Promise<Store> {
  const embedded = await openEmbedded(dataDir);
  if (embedded.joined && exclusive) {
    await embedded.close();
    throw new StoreFault(
      'data_dir_in_use',
      `The data folder ${dataDir} is in use by process ${embedded.holderPid}.`,
      'Stop that process, or give this one a folder of its own with ZHENGSHU_DATA_DIR.',
    );
  }
  return await ready('embedded', embedded);
}

async function ready(
  kind: Store['kind'],
  opened: Pick<Store, 'pool' | 'logPool' | 'changes' | 'close'>,
): Promise<Store> {
  const { pool, logPool, changes } = opened;
  try {
    const migrated = await bringUpToDate(pool);
    const db = new PrismaClient({
      adapter: new PrismaPg(pool),
      // Waiting for a turn is normal where one connection serves all; a bulk import may hold it for a while.
      transactionOptions: { maxWait: 20_000, timeout: 30_000 },
    });
    return {
      db,
      kind,
      pool,
      logPool,
      changes,
      migrated,
      close: async () => {
        await db.$disconnect();
        await opened.close();
      },
    };
  } catch (error) {
    await opened.close();
    throw error;
  }
}

async function bringUpToDate(pool: Pool): Promise<string[]> {
  const client = await pool.connect();
  try {
    return await migrate(client, readMigrations());
  } finally {
    client.release();
  }
}
