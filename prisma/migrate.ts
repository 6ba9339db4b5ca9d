/**
 * Brings a database up to this version's schema, keeping Prisma's own table of applied migrations.
 *
 * Prisma's command needs a native engine that cannot be downloaded everywhere; the table and checksums are the same, so
 * that command can take over at any time.
 */
import { randomUUID } from 'node:crypto';
import type { ClientBase } from 'pg';
import type { Migration } from './migration-files.ts';
import { StoreFault } from './store-fault.ts';

/** The lock Prisma's own command takes, so that the two exclude each other. */
const ADVISORY_LOCK = 72_707_369;

const APPLIED_TABLE = `
  CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id" VARCHAR(36) PRIMARY KEY NOT NULL,
    "checksum" VARCHAR(64) NOT NULL,
    "finished_at" TIMESTAMPTZ,
    "migration_name" VARCHAR(255) NOT NULL,
    "logs" TEXT,
    "rolled_back_at" TIMESTAMPTZ,
    "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
    "applied_steps_count" INTEGER NOT NULL DEFAULT 0
  )`;

/**
 * Applies what is pending, all of it or none, and returns its names. Safe when several replicas start at once: the first
 * one works, the others wait for it and find nothing to do.
 */
export async function migrate(client: ClientBase, migrations: readonly Migration[]): Promise<string[]> {
  await client.query('BEGIN');
  try {
    await client.query('SELECT pg_advisory_xact_lock($1)', [ADVISORY_LOCK]);
    await client.query(APPLIED_TABLE);
    const pending = await findPending(client, migrations);
    for (const migration of pending) await apply(client, migration);
    await client.query('COMMIT');
    return pending.map(({ name }) => name);
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}

/** The migrations not applied yet; refuses a history that is not this version's. */
async function findPending(client: ClientBase, migrations: readonly Migration[]): Promise<Migration[]> {
  const { rows } = await client.query<{ name: string; checksum: string }>(
    `SELECT migration_name AS name, checksum FROM "_prisma_migrations"
     WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`,
  );
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const { name, checksum } of rows) {
    const migration = known.get(name);
    if (!migration) {
      throw new StoreFault(
        'migration_missing',
        `The database has migration ${name}, which this version does not know.`,
        'It was written by a newer version: start that version.',
      );
    }
    if (migration.checksum !== checksum) {
      throw new StoreFault(
        'migration_edited',
        `Migration ${name} was changed after it had been applied.`,
        'Put the file back as it was and write a new migration instead.',
      );
    }
  }
  const applied = new Set(rows.map(({ name }) => name));
  return migrations.filter(({ name }) => !applied.has(name));
}

async function apply(client: ClientBase, { name, sql, checksum }: Migration): Promise<void> {
  try {
    await client.query(sql);
  } catch (cause) {
    const remedy = 'Nothing was changed. Correct the cause and start again.';
    throw new StoreFault('migration_failed', `Migration ${name} failed: ${String(cause)}.`, remedy, cause);
  }
  await client.query(
    `INSERT INTO "_prisma_migrations" (id, checksum, finished_at, migration_name, applied_steps_count)
     VALUES ($1, $2, clock_timestamp(), $3, 1)`,
    [randomUUID(), checksum, name],
  );
}
