/** Makes the private directory that a database socket lives in; only its owner can reach it. */
import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** The name PostgreSQL clients look for in a socket directory. */
export const SOCKET_FILE = '.s.PGSQL.5432';

/** Longest socket path in bytes: 108 on Linux and 104 on macOS, the closing zero included. */
const LONGEST_PATH = 103;

/** A new directory under `<dataDir>/run`, or under the system's temporary directory when that path is too long for a socket. */
export function makeSocketDir(dataDir: string): string {
  const run = path.join(dataDir, 'run');
  const suffixLength = '/XXXXXX/'.length + SOCKET_FILE.length;
  if (Buffer.byteLength(run) + suffixLength > LONGEST_PATH) return mkdtempSync(path.join(tmpdir(), 'zhengshu-'));
  mkdirSync(run, { recursive: true, mode: 0o700 });
  return mkdtempSync(`${run}${path.sep}`);
}
