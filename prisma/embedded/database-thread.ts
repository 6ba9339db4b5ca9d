/** The thread the embedded database lives in: it claims the data folder, opens the database and serves it on a socket. */
import { rmSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { claimDataDir } from './data-dir-claim.ts';
import { greeting } from './greeting.ts';
import { SessionBroker } from './session-broker.ts';
import { makeSocketDir, SOCKET_FILE } from './socket-dir.ts';
import type { ThreadInput, ThreadReport } from './thread-messages.ts';

const START_PARAMETERS = [
  // Without -F and with O_DSYNC writes a commit is on the disk when it is acknowledged; the library's default syncs nothing.
  ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
  '-c',
  'wal_sync_method=open_datasync',
  '-c',
  'TimeZone=UTC',
];

/** A client that keeps everybody waiting in the middle of a transaction is cut off after this long, in milliseconds. */
const longestIdle = 60_000;

// Given by open-embedded.ts and nobody else.
const { dataDir, changes } = workerData as ThreadInput;
const counter = new Int32Array(changes);
const port = parentPort;
if (!port) throw new Error('The database thread was not started as a thread.');
const report = (message: ThreadReport): void => port.postMessage(message);

// Whoever connects before the database is open waits here: being listened to is what marks this process as alive.
const early: Socket[] = [];
let serve = (socket: Socket): void => void early.push(socket.pause());
const server = createServer((socket) => serve(socket));
const socketDir = makeSocketDir(dataDir);
await new Promise<void>((resolve, reject) => {
  server.once('error', reject);
  server.listen(path.join(socketDir, SOCKET_FILE), resolve);
});

function stopListening(): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      rmSync(socketDir, { recursive: true, force: true });
      resolve();
    });
  });
}

const holder = await claimDataDir(dataDir, { pid: process.pid, socketDir });
if (holder) {
  await stopListening();
  report({ kind: 'held', ...holder });
  port.close();
} else {
  const database = await PGlite.create({ dataDir: path.join(dataDir, 'database'), startParams: START_PARAMETERS });
  const { rows } = await database.query<{ server_version: string }>('SHOW server_version');
  const broker = new SessionBroker(
    {
      run: (messages, onRawData) => database.execProtocolRawStream(messages, { onRawData }),
      inTransaction: () => database.isInTransaction(),
      rollback: async () => void (await database.exec('ROLLBACK')),
    },
    greeting(rows[0]?.server_version ?? ''),
    longestIdle,
    () => void Atomics.add(counter, 0, 1),
  );
  serve = (socket) => broker.serve(socket);
  for (const socket of early.splice(0)) {
    broker.serve(socket);
    socket.resume();
  }
  port.on('message', () => {
    void (async () => {
      // The database is closed before the socket: a successor may open the folder once nobody answers here.
      serve = (socket) => void socket.destroy();
      await broker.close();
      await database.close();
      await stopListening();
      port.close();
    })();
  });
  report({ kind: 'open', pid: process.pid, socketDir });
}
