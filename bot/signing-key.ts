/** The key that signs tokens: the configured secret, or one made once and kept in the data folder for its owner alone. */
import { createHash, randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from './config.ts';

const fileName = 'token-signing.key';

/** 32 bytes. Two processes that start at once on one data folder end up with the same key. */
export async function signingKey(config: Pick<Config, 'dataDir' | 'secret'>): Promise<Uint8Array> {
  if (config.secret) return digest(config.secret.reveal());
  await mkdir(config.dataDir, { recursive: true });
  const path = join(config.dataDir, fileName);
  const existing = await readIfThere(path);
  if (existing) return digest(existing);
  const made = randomBytes(32).toString('base64url');
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  await writeFile(draft, `${made}\n`, { mode: 0o600, flush: true });
  try {
    // A hard link appears whole or not at all, and never over another process's key.
    await link(draft, path);
    return digest(made);
  } catch (error) {
    const theirs = hasCode(error, 'EEXIST') ? await readIfThere(path) : null;
    if (!theirs) throw error;
    return digest(theirs);
  } finally {
    await rm(draft, { force: true });
  }
}

async function readIfThere(path: string): Promise<string | null> {
  try {
    return (await readFile(path, 'utf8')).trim() || null;
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

/** Hashed, so that any length of secret gives a key of the size HS256 wants. */
function digest(text: string): Uint8Array {
  return createHash('sha256').update(text).digest();
}
