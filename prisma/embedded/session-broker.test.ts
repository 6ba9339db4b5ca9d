/** Several clients on the one backend of a real embedded database. */
import { rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { Client, DatabaseError } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshDataDir } from '../test-store.ts';
import { greeting } from './greeting.ts';
import { openEmbedded, type Embedded } from './open-embedded.ts';
import { SessionBroker } from './session-broker.ts';
import { SOCKET_FILE } from './socket-dir.ts';

let dataDir: string;
let embedded: Embedded;
beforeAll(async () => {
  dataDir = await freshDataDir();
  embedded = await openEmbedded(dataDir);
  await embedded.pool.query('CREATE TABLE account (id int PRIMARY KEY, amount int NOT NULL)');
  await embedded.pool.query('INSERT INTO account VALUES (1, 0), (2, 0)');
});
afterAll(async () => {
  await embedded.close();
  rmSync(dataDir, { recursive: true });
});

async function newClient(): Promise<Client> {
  const client = new Client({ host: embedded.socketDir, user: 'postgres', database: 'postgres' });
  await client.connect();
  return client;
}

test('keeps the transactions of eight clients apart', async () => {
  const clients = await Promise.all(Array.from({ length: 8 }, newClient));
  await Promise.all(
    clients.map(async (client) => {
      for (let round = 0; round < 25; round += 1) {
        await client.query('BEGIN');
        const { rows } = await client.query('SELECT amount FROM account WHERE id = $1', [1]);
        await client.query('UPDATE account SET amount = $1 WHERE id = 1', [rows[0].amount + 1]);
        await client.query(round % 5 === 0 ? 'ROLLBACK' : 'COMMIT');
        await client.query('UPDATE account SET amount = amount + $1 WHERE id = 2', [1]);
      }
    }),
  );
  const { rows } = await embedded.pool.query('SELECT amount FROM account ORDER BY id');
  expect(rows).toEqual([{ amount: 8 * 20 }, { amount: 8 * 25 }]);
  await Promise.all(clients.map((client) => client.end()));
});

test('answers each client with its own error and goes on', async () => {
  const [one, two] = await Promise.all([newClient(), newClient()]);
  const failing = async (): Promise<unknown[]> => [
    await code(one.query('SELECT 1 / $1::int', [0])),
    await code(one.query('no such statement')),
    (await one.query('SELECT $1::int AS n', [8])).rows,
  ];
  const working = async (): Promise<unknown[]> => [
    (await two.query('SELECT $1::int AS n', [7])).rows,
    (await two.query('SELECT $1::text AS t', ['好'])).rows,
  ];
  expect(await Promise.all([failing(), working()])).toEqual([
    ['22012', '42601', [{ n: 8 }]],
    [[{ n: 7 }], [{ t: '好' }]],
  ]);
  await Promise.all([one.end(), two.end()]);
});

/** The SQLSTATE a query fails with. */
async function code(query: Promise<unknown>): Promise<unknown> {
  return await query.then(
    () => 'no error',
    (error: unknown) => (error instanceof DatabaseError ? error.code : error),
  );
}

test('keeps the named statements of its clients apart, and forgets those of a client that has left', async () => {
  const [one, two] = await Promise.all([newClient(), newClient()]);
  const run = async (client: Client, text: string): Promise<unknown> =>
    (await client.query({ name: 'same', text, values: [20] })).rows;
  for (let round = 0; round < 2; round += 1) {
    expect(await run(one, 'SELECT $1::int + 1 AS n')).toEqual([{ n: 21 }]);
    expect(await run(two, 'SELECT $1::int + 2 AS n')).toEqual([{ n: 22 }]);
  }
  const prepared = `SELECT count(*)::int AS n FROM pg_prepared_statements WHERE name LIKE '%same'`;
  expect((await two.query(prepared)).rows).toEqual([{ n: 2 }]);
  await one.end();
  await expect.poll(async () => (await two.query(prepared)).rows, { timeout: 10_000 }).toEqual([{ n: 1 }]);
  expect(await run(two, 'SELECT $1::int + 2 AS n')).toEqual([{ n: 22 }]);
  await two.end();
});

test('undoes the transaction of a client that goes away in the middle of it', async () => {
  const client = await newClient();
  client.on('error', () => undefined);
  await client.query('BEGIN');
  await client.query('UPDATE account SET amount = -1');
  const waiting = embedded.pool.query('SELECT count(*)::int AS n FROM account WHERE amount < 0');
  const socket = (client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream;
  socket.destroy();
  expect((await waiting).rows).toEqual([{ n: 0 }]);
});

test('counts what is run for anybody but the conversation log', async () => {
  const { changes, logPool, pool } = embedded;
  if (!changes) throw new Error('This process holds the folder.');
  await pool.query('SELECT 1');
  const before = changes();
  await logPool.query('UPDATE account SET amount = amount');
  expect(changes()).toBe(before);
  await pool.query('SELECT 1');
  expect(changes()).toBeGreaterThan(before);
  const between = changes();
  // Another process would come the same way.
  const client = await newClient();
  await client.query('SELECT 1');
  await client.end();
  expect(changes()).toBeGreaterThan(between);
});

test('carries a value of many megabytes both ways', async () => {
  const value = '数据'.repeat(2_000_000);
  const { rows } = await embedded.pool.query('SELECT $1::text AS value', [value]);
  expect(rows[0].value === value).toBe(true);
});

test('hangs up on what is not a PostgreSQL client', async () => {
  const answer = await new Promise<string>((resolve) => {
    const socket = connect(path.join(embedded.socketDir, SOCKET_FILE), () => socket.write('GET / HTTP/1.1\r\n\r\n'));
    let text = '';
    socket.on('data', (chunk) => (text += chunk.toString()));
    socket.on('close', () => resolve(text));
  });
  expect(answer).toBe('');
});

test('cuts off a client that keeps everybody waiting in the middle of a transaction', async () => {
  const folder = await freshDataDir();
  const database = await PGlite.create({ dataDir: path.join(folder, 'database') });
  const broker = new SessionBroker(
    {
      run: (messages, onRawData) => database.execProtocolRawStream(messages, { onRawData }),
      inTransaction: () => database.isInTransaction(),
      rollback: async () => void (await database.exec('ROLLBACK')),
    },
    greeting('18'),
    100,
  );
  const server = createServer((socket) => broker.serve(socket));
  await new Promise<void>((resolve) => server.listen(path.join(folder, SOCKET_FILE), resolve));
  const [idle, other] = [0, 1].map(() => new Client({ host: folder, user: 'postgres', database: 'postgres' }));
  if (!idle || !other) throw new Error('No clients.');
  const cutOff = new Promise((resolve) => idle.once('error', resolve));
  await Promise.all([idle.connect(), other.connect()]);
  await idle.query('BEGIN');
  await idle.query('CREATE TABLE unfinished (id int)');
  expect((await other.query(`SELECT to_regclass('unfinished') AS found`)).rows).toEqual([{ found: null }]);
  await cutOff;
  await other.end();
  await broker.close();
  await database.close();
  server.close();
  rmSync(folder, { recursive: true });
});
