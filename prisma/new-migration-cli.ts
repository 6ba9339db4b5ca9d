/** `npm run migration -- <name>`: writes the next migration from the difference between the migrations so far and schema.prisma. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { migrationsDir } from './migration-files.ts';
import { schemaDiff } from './schema-diff.ts';
import { openStore } from './store.ts';

const name = process.argv[2] ?? '';
if (!/^[a-z0-9_]+$/.test(name)) {
  console.error('Usage: npm run migration -- <name in lower case, words joined by _>');
  process.exit(2);
}

const scratch = mkdtempSync(path.join(tmpdir(), 'zhengshu-migration-'));
mkdirSync(migrationsDir, { recursive: true });
const store = await openStore({ dataDir: scratch });
const sql = await schemaDiff(store.pool);
await store.close();
rmSync(scratch, { recursive: true });

if (sql === '') {
  console.log('The migrations already give what schema.prisma says.');
} else {
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const folder = path.join(migrationsDir, `${stamp}_${name}`);
  mkdirSync(folder);
  writeFileSync(path.join(folder, 'migration.sql'), `${sql}\n`);
  console.log(
    `Wrote ${path.relative(process.cwd(), folder)}/migration.sql. Read it, add what the schema cannot say, then commit it.`,
  );
}
