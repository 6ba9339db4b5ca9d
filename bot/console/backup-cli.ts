/** `npm run backup -- --out <file.jsonl>`: writes every record of the store into a file, also while the server runs. */
import { createWriteStream } from 'node:fs';
import { rename } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { loadConfig } from '#bot/config.ts';
import { storeLocation } from '#bot/store-location.ts';
import { backup } from '#prisma/backup.ts';
import { openStore } from '#prisma/store.ts';

const usage = '用法:npm run -s backup -- --out <文件.jsonl>';

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { out: { type: 'string' } } });
  if (!values.out) throw new Error(usage);
  const store = await openStore(storeLocation(loadConfig()));
  let records = 0;
  async function* lines(): AsyncGenerator<string> {
    for await (const line of backup(store.pool)) {
      records += 1;
      yield `${line}\n`;
    }
  }
  try {
    // Under another name until it is whole, and for its owner's eyes: it holds personal data.
    const unfinished = `${values.out}.part`;
    await pipeline(Readable.from(lines()), createWriteStream(unfinished, { mode: 0o600, flush: true }));
    await rename(unfinished, values.out);
  } finally {
    await store.close();
  }
  console.log(`已备份到 ${values.out},共 ${records} 行。`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
