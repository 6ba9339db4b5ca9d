/**
 * Empty stores for tests: each is a copy of a template that is made once per schema, and is gone when it is closed.
 * The same tests run on the embedded database and, with TEST_DATABASE_URL, on PostgreSQL.
 */
import { createHash, randomUUID } from 'node:crypto';
import { constants, cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { readMigrations } from './migration-files.ts';
import { openStore, type Store, type StoreLocation } from './store.ts';
import { testDatabaseUrl } from './test-config.ts';

/** An empty store of its own; closing it removes it. */
export async function freshStore(): Promise<Store> {
  return await opened(await freshLocation());
}

/** An empty embedded store, whatever the tests run against. */
export async function freshEmbeddedStore(): Promise<Store> {
  return await opened(await freshFolder());
}

async function opened({ location, remove }: FreshLocation): Promise<Store> {
  const store = await openStore(location);
  return {
    ...store,
    close: async () => {
      await store.close();
      await remove();
    },
  };
}

/** Where an empty, migrated store of its own lies, for tests that open it themselves. */
export interface FreshLocation {
  readonly location: StoreLocation;
  readonly remove: () => Promise<void>;
}

export async function freshLocation(): Promise<FreshLocation> {
  return testDatabaseUrl === undefined ? await freshFolder() : await freshDatabase(testDatabaseUrl);
}

async function freshFolder(): Promise<FreshLocation> {
  const dataDir = await freshDataDir();
  return { location: { dataDir, exclusive: true }, remove: async () => rmSync(dataDir, { recursive: true }) };
}

/** A data folder with an empty, migrated embedded database. */
export async function freshDataDir(): Promise<string> {
  const template = await embeddedTemplate();
  const dataDir = mkdtempSync(path.join(tmpdir(), 'zhengshu-test-'));
  cpSync(path.join(template, 'database'), path.join(dataDir, 'database'), {
    recursive: true,
    mode: constants.COPYFILE_FICLONE,
  });
  return dataDir;
}

/** What a template depends on: the migrations, and for the embedded one the database's version. */
function digest(): string {
  const pglite = readFileSync(createRequire(import.meta.url).resolve('@electric-sql/pglite'));
  const hash = createHash('sha256').update(pglite);
  for (const { name, checksum } of readMigrations()) hash.update(name).update(checksum);
  return hash.digest('hex').slice(0, 16);
}

async function embeddedTemplate(): Promise<string> {
  const template = path.join(tmpdir(), `zhengshu-template-${userInfo().uid}-${digest()}`);
  if (existsSync(template)) return template;
  const making = mkdtempSync(`${template}-`);
  const store = await openStore({ dataDir: making, exclusive: true });
  await store.close();
  try {
    renameSync(making, template);
  } catch (error) {
    // Another test worker was quicker.
    rmSync(making, { recursive: true });
    if (!existsSync(template)) throw error;
  }
  return template;
}

async function freshDatabase(serverUrl: string): Promise<FreshLocation> {
  const name = `zhengshu_test_${randomUUID().replaceAll('-', '')}`;
  const template = await postgresqlTemplate(serverUrl);
  await administer(serverUrl, (client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`));
  return {
    location: { databaseUrl: withDatabase(serverUrl, name), poolSize: 4 },
    remove: () => administer(serverUrl, (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`)),
  };
}

async function postgresqlTemplate(serverUrl: string): Promise<string> {
  const name = `zhengshu_template_${digest()}`;
  await administer(serverUrl, async (client) => {
    // Test workers start together: one makes the template, the others wait for it.
    await client.query('SELECT pg_advisory_lock(hashtext($1))', [name]);
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
    if (rowCount === 1) return;
    const making = `${name}_making`;
    await client.query(`DROP DATABASE IF EXISTS ${making} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${making}`);
    const store = await openStore({ databaseUrl: withDatabase(serverUrl, making) });
    await store.close();
    await client.query(`ALTER DATABASE ${making} RENAME TO ${name}`);
  });
  return name;
}

async function administer(serverUrl: string, work: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

function withDatabase(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}
