/**
 * Makes sure that one process at a time opens a data folder: two would silently lose each other's rows.
 *
 * A claim is a numbered file naming the holder's socket. Whoever answers on that socket is alive, so a claim left by a
 * killed process is recognised without trusting process numbers, which are reused. Claims are never reused either: a
 * successor creates the next number, which only one process can do, and then looks whether it is still the highest.
 */
import { randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isErrno } from './errno.ts';
import { isListening } from './is-listening.ts';
import { SOCKET_FILE } from './socket-dir.ts';

/** Who holds a data folder, and the directory of the socket it serves. */
export interface Holder {
  readonly pid: number;
  readonly socketDir: string;
}

interface Claim {
  readonly pid: number;
  /** Relative to the data folder where it lies inside, so that it holds however the folder is mounted. */
  readonly socketDir: string;
  /** Device and inode of the folder of claims: a copied data folder brings claims that are not its own. */
  readonly folder: string;
}

const CLAIM_FILE = /^claim-(\d{8})\.json$/;

/** Tries to become the holder; returns null on success, else who holds it. The claimant must already listen on its socket. */
export async function claimDataDir(dataDir: string, claimant: Holder): Promise<Holder | null> {
  const dir = path.join(dataDir, 'claims');
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const { dev, ino } = statSync(dir);
  const folder = `${dev}:${ino}`;
  const inside = path.relative(dataDir, claimant.socketDir);
  const claim: Claim = {
    pid: claimant.pid,
    socketDir: inside.startsWith('..') ? claimant.socketDir : inside,
    folder,
  };
  for (;;) {
    const latest = highest(dir);
    const holding = latest > 0 ? readClaim(dir, latest) : null;
    if (holding?.folder === folder) {
      const socketDir = path.resolve(dataDir, holding.socketDir);
      if (await isListening(path.join(socketDir, SOCKET_FILE))) return { pid: holding.pid, socketDir };
    }
    const mine = latest + 1;
    if (!create(dir, mine, claim)) continue;
    // A slower process may have created a number below one that was taken and cleared away meanwhile.
    if (highest(dir) === mine) {
      forgetBelow(dir, mine, dataDir);
      return null;
    }
    rmSync(path.join(dir, fileName(mine)), { force: true });
  }
}

function fileName(generation: number): string {
  return `claim-${String(generation).padStart(8, '0')}.json`;
}

function generations(dir: string): number[] {
  return readdirSync(dir).flatMap((name) => {
    const match = CLAIM_FILE.exec(name);
    return match ? [Number(match[1])] : [];
  });
}

function highest(dir: string): number {
  return Math.max(0, ...generations(dir));
}

/** Null when a successor has cleared it away meanwhile: then the successor's own claim is there to be read. */
function readClaim(dir: string, generation: number): Claim | null {
  try {
    // Written by `create` alone, complete or not at all.
    return JSON.parse(readFileSync(path.join(dir, fileName(generation)), 'utf8')) as Claim;
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return null;
    throw error;
  }
}

/** Appears complete or not at all: written aside, then linked under its number, which fails when the number is taken. */
function create(dir: string, generation: number, claim: Claim): boolean {
  const aside = path.join(dir, `aside-${randomUUID()}.json`);
  writeFileSync(aside, JSON.stringify(claim), { flush: true });
  try {
    linkSync(aside, path.join(dir, fileName(generation)));
    return true;
  } catch (error) {
    if (isErrno(error, 'EEXIST')) return false;
    throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

/** Clears away the claims and sockets that earlier holders left. */
function forgetBelow(dir: string, mine: number, dataDir: string): void {
  for (const generation of generations(dir)) {
    if (generation >= mine) continue;
    const old = readClaim(dir, generation);
    rmSync(path.join(dir, fileName(generation)), { force: true });
    if (!old) continue;
    const socketDir = path.resolve(dataDir, old.socketDir);
    rmSync(path.join(socketDir, SOCKET_FILE), { force: true });
    try {
      rmdirSync(socketDir);
    } catch (error) {
      if (!isErrno(error, 'ENOENT') && !isErrno(error, 'ENOTEMPTY')) throw error;
    }
  }
}
