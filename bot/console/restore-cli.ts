/** `npm run restore -- <file>`: brings a backup into an empty store, embedded or PostgreSQL; that is also how one moves between them. */
import { open } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { loadConfig } from '#bot/config.ts';
import { storeLocation } from '#bot/store-location.ts';
import { restore } from '#prisma/restore.ts';
import { openStore } from '#prisma/store.ts';

const usage = '用法:npm run -s restore -- <文件.jsonl>';

async function main(): Promise<void> {
  const { positionals } = parseArgs({ allowPositionals: true });
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) throw new Error(usage);
  const handle = await open(file);
  // Begun only when the first line is asked for: lines read before that would be lost.
  async function* lines(): AsyncGenerator<string> {
    yield* handle.readLines();
  }
  const store = await openStore(storeLocation(loadConfig()));
  try {
    const counts = await restore(store.pool, lines());
    const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
    console.log(`已从 ${file} 恢复 ${total} 条记录,涉及 ${counts.size} 张表。`);
  } finally {
    await store.close();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
