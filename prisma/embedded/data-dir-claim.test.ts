import { cpSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { claimDataDir, type Holder } from './data-dir-claim.ts';
import { makeSocketDir, SOCKET_FILE } from './socket-dir.ts';

let dataDir: string;
let servers: Server[] = [];
beforeEach(() => {
  dataDir = realpathSync(mkdtempSync(path.join(tmpdir(), 'zhengshu-claim-')));
});
afterEach(() => {
  for (const server of servers) server.close();
  servers = [];
  rmSync(dataDir, { recursive: true, force: true });
});

/** Someone alive, listening on a socket of their own. */
async function living(pid: number): Promise<Holder> {
  const socketDir = makeSocketDir(dataDir);
  const server = createServer((socket) => socket.destroy());
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(path.join(socketDir, SOCKET_FILE), resolve));
  return { pid, socketDir };
}

/** Someone killed: their socket's file is still there and refuses, as any file without a listener does. */
function killed(pid: number): Holder {
  const socketDir = makeSocketDir(dataDir);
  writeFileSync(path.join(socketDir, SOCKET_FILE), '');
  return { pid, socketDir };
}

test('gives a free folder to the first and tells the second who has it', async () => {
  const first = await living(1);
  expect(await claimDataDir(dataDir, first)).toBeNull();
  expect(await claimDataDir(dataDir, await living(2))).toEqual(first);
});

test('gives the folder of a killed process to the next, even one with the same process number', async () => {
  expect(await claimDataDir(dataDir, killed(7))).toBeNull();
  const next = await living(7);
  expect(await claimDataDir(dataDir, next)).toBeNull();
  expect(await claimDataDir(dataDir, await living(8))).toEqual(next);
});

test('gives the folder of a killed process to exactly one of twenty who want it at once', async () => {
  for (let round = 0; round < 5; round += 1) {
    expect(await claimDataDir(dataDir, killed(100 + round))).toBeNull();
    const claimants = await Promise.all(Array.from({ length: 20 }, (_, index) => living(index)));
    const answers = await Promise.all(claimants.map((claimant) => claimDataDir(dataDir, claimant)));
    const winner = claimants[answers.indexOf(null)];
    expect(answers.filter((answer) => answer === null)).toHaveLength(1);
    expect(new Set(answers.filter((answer) => answer !== null).map(({ pid }) => pid))).toEqual(new Set([winner?.pid]));
    for (const server of servers) server.close();
    servers = [];
  }
});

test('does not take the original of a copied folder for the holder of the copy', async () => {
  const original = await living(1);
  await claimDataDir(dataDir, original);
  const copy = realpathSync(mkdtempSync(path.join(tmpdir(), 'zhengshu-claim-')));
  cpSync(path.join(dataDir, 'claims'), path.join(copy, 'claims'), { recursive: true });
  expect(await claimDataDir(copy, { pid: 2, socketDir: original.socketDir })).toBeNull();
  rmSync(copy, { recursive: true });
});

test('keeps a socket path short enough however deep the data folder lies', () => {
  const deep = path.join(dataDir, '长'.repeat(40));
  const socketDir = makeSocketDir(deep);
  expect(Buffer.byteLength(path.join(socketDir, SOCKET_FILE))).toBeLessThan(104);
  rmSync(socketDir, { recursive: true });
});
