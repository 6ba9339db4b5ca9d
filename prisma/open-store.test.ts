/** Who may open what, and what the operator is told when it does not open. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openStore, type StoreLocation } from './store.ts';
import { freshDataDir } from './test-store.ts';

async function emptyDataDir(): Promise<string> {
  const dataDir = await freshDataDir();
  onTestFinished(() => rmSync(dataDir, { recursive: true }));
  return dataDir;
}

async function fault(location: StoreLocation): Promise<unknown> {
  return await openStore(location).then(
    () => 'opened',
    (error: unknown) => error,
  );
}

const now = new Date('2026-03-02T01:00:00Z');

test('an embedded store writes its log through to the disk before it confirms', async () => {
  const store = await openStore({ dataDir: await emptyDataDir() });
  const { rows } = await store.pool.query(
    `SELECT current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS commit,
            current_setting('wal_sync_method') AS method`,
  );
  expect(rows).toEqual([{ fsync: 'on', commit: 'on', method: 'open_datasync' }]);
  await store.close();
});

test('a server is refused a data folder that is in use, with the process that uses it', async () => {
  const dataDir = await emptyDataDir();
  const store = await openStore({ dataDir, exclusive: true });
  expect(await fault({ dataDir, exclusive: true })).toMatchObject({
    code: 'data_dir_in_use',
    message: expect.stringContaining(`in use by process ${process.pid}`),
  });
  await store.close();
});

test('a command works in the data folder of a running server, each with its own transactions', async () => {
  const dataDir = await emptyDataDir();
  const server = await openStore({ dataDir, exclusive: true });
  const command = await openStore({ dataDir });
  await Promise.all([
    server.db.$transaction(async (tx) => {
      await tx.setting.create({ data: { key: 'server', value: 1, updatedAt: now } });
      await tx.setting.delete({ where: { key: 'server' } });
    }),
    command.db.setting.create({ data: { key: 'command', value: 1, updatedAt: now } }),
  ]);
  await command.close();
  expect(await server.db.setting.findMany({ select: { key: true } })).toEqual([{ key: 'command' }]);
  await server.close();
});

test('the next process may open the folder as soon as the last has closed it', async () => {
  const dataDir = await emptyDataDir();
  for (let round = 1; round <= 3; round += 1) {
    const store = await openStore({ dataDir, exclusive: true });
    await store.db.setting.create({ data: { key: `round ${round}`, value: round, updatedAt: now } });
    expect(await store.db.setting.count()).toBe(round);
    await store.close();
  }
});

test('says so when the data folder cannot be a folder', async () => {
  const dir = mkdtempSync(path.join(tmpdir(), 'zhengshu-test-'));
  onTestFinished(() => rmSync(dir, { recursive: true }));
  writeFileSync(path.join(dir, 'file'), '');
  expect(await fault({ dataDir: path.join(dir, 'file') })).toMatchObject({
    code: 'embedded_failed',
    remedy: expect.stringContaining('Check that it is a folder'),
  });
});

test('names a PostgreSQL that does not answer, without its password', async () => {
  const refused = await fault({ databaseUrl: 'postgresql://somebody:geheim@127.0.0.1:1/zhengshu' });
  expect(refused).toMatchObject({ code: 'unreachable', message: expect.stringContaining('127.0.0.1:1/zhengshu') });
  expect(String(refused)).not.toContain('geheim');
});

test('does not take another kind of address for a PostgreSQL', async () => {
  expect(await fault({ databaseUrl: 'mysql://127.0.0.1/zhengshu' })).toMatchObject({ code: 'unreachable' });
});
