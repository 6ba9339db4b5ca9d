/** Reads the migrations that ship with this version: one folder each, applied in the order of their names. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import path from 'node:path';

export interface Migration {
  readonly name: string;
  readonly sql: string;
  /** sha256 of the file in hex, as Prisma records it. */
  readonly checksum: string;
}

export const migrationsDir = fileURLToPath(new URL('migrations', import.meta.url));

export function readMigrations(dir: string = migrationsDir): Migration[] {
  return readdirSync(dir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => {
      const bytes = readFileSync(path.join(dir, name, 'migration.sql'));
      return { name, sql: bytes.toString('utf8'), checksum: createHash('sha256').update(bytes).digest('hex') };
    })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}
