import { mkdtemp, readdir, readFile, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { Secret } from './secret.ts';
import { signingKey } from './signing-key.ts';

const folder = (): Promise<string> => mkdtemp(join(tmpdir(), 'zhengshu-key-'));

it('makes a key once, readable by its owner alone, and finds it again', async () => {
  const dataDir = await folder();
  const first = await signingKey({ dataDir, secret: null });
  expect(first).toHaveLength(32);
  expect(await signingKey({ dataDir, secret: null })).toEqual(first);
  const path = join(dataDir, 'token-signing.key');
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect((await readFile(path, 'utf8')).trim().length).toBeGreaterThanOrEqual(43);
});

it('gives processes that start at once the same key', async () => {
  const dataDir = await folder();
  const keys = await Promise.all(Array.from({ length: 8 }, () => signingKey({ dataDir, secret: null })));
  for (const key of keys) expect(key).toEqual(keys[0]);
  expect(await readdir(dataDir)).toEqual(['token-signing.key']);
});

it('gives two folders different keys', async () => {
  const [one, other] = await Promise.all([folder(), folder()]);
  expect(await signingKey({ dataDir: one, secret: null })).not.toEqual(
    await signingKey({ dataDir: other, secret: null }),
  );
});

it('uses the configured secret without touching the folder', async () => {
  const dataDir = join(await folder(), 'never-made');
  const key = await signingKey({ dataDir, secret: new Secret('x'.repeat(40)) });
  expect(key).toEqual(await signingKey({ dataDir: '/elsewhere', secret: new Secret('x'.repeat(40)) }));
  await expect(stat(dataDir)).rejects.toThrow('ENOENT');
});
