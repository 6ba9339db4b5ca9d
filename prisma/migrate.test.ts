import { createHash } from 'node:crypto';
import type { PoolClient } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrate } from './migrate.ts';
import { readMigrations, type Migration } from './migration-files.ts';
import { schemaDiff } from './schema-diff.ts';
import { freshStore } from './test-store.ts';
import type { Store } from './store.ts';

let store: Store;
beforeAll(async () => {
  store = await freshStore();
});
afterAll(() => store.close());

const shipped = readMigrations();

function migration(name: string, sql: string): Migration {
  return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
}

const colours = migration('99990101000000_colours', 'CREATE TABLE colour (name text); CREATE TABLE shade (name text);');

async function withClient<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await store.pool.connect();
  try {
    return await work(client);
  } finally {
    client.release();
  }
}

async function tables(): Promise<string[]> {
  const { rows } = await store.pool.query<{ tablename: string }>(
    `SELECT tablename FROM pg_tables WHERE tablename IN ('colour', 'shade', 'taste') ORDER BY 1`,
  );
  return rows.map(({ tablename }) => tablename);
}

test('the migrations give exactly what schema.prisma says', async () => {
  expect(await schemaDiff(store.pool)).toBe('');
});

test('undoes everything when one of the pending migrations fails, and names it', async () => {
  const broken = migration('99990102000000_broken', 'CREATE TABLE taste (name text); SELECT nothing FROM nowhere;');
  const attempt = withClient((client) => migrate(client, [...shipped, colours, broken]));
  await expect(attempt).rejects.toMatchObject({
    code: 'migration_failed',
    message: expect.stringContaining('99990102000000_broken'),
  });
  expect(await tables()).toEqual([]);
});

test('applies a migration once when four replicas start together', async () => {
  const applied = await Promise.all(
    Array.from({ length: 4 }, () => withClient((client) => migrate(client, [...shipped, colours]))),
  );
  expect(applied.flat()).toEqual([colours.name]);
  expect(await tables()).toEqual(['colour', 'shade']);
});

test('refuses a migration that was edited after it had been applied', async () => {
  const edited = migration(colours.name, `${colours.sql} -- tidied up`);
  const attempt = withClient((client) => migrate(client, [...shipped, edited]));
  await expect(attempt).rejects.toMatchObject({ code: 'migration_edited' });
});

test('refuses a database that a newer version has migrated further', async () => {
  const attempt = withClient((client) => migrate(client, shipped));
  await expect(attempt).rejects.toMatchObject({
    code: 'migration_missing',
    message: expect.stringContaining(colours.name),
  });
});
