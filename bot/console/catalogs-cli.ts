/** `npm run -s catalogs -- <import | export | search | check>`: the operator's way to the catalogs. */
import { loadConfig } from '#bot/config.ts';
import { openConfiguredStore } from '#bot/open-store.ts';
import { ImportFault } from '#tools/catalogs/exchange/import-fault.ts';
import type { CatalogCommand } from './catalogs/command.ts';
import { UsageError } from './catalogs/usage-error.ts';

/** Each is loaded when it is asked for. */
const commands: Readonly<Record<string, () => Promise<{ command: CatalogCommand }>>> = {
  import: () => import('./catalogs/import-command.ts'),
  export: () => import('./catalogs/export-command.ts'),
  search: () => import('./catalogs/search-command.ts'),
  check: () => import('./catalogs/check-command.ts'),
};

const usage = `用法:
  npm run -s catalogs -- import <文件.csv|.xlsx|.jsonl> [--publish] [--all-or-nothing] [--mapping <映射.json>] [--department <部门>] [--json]
  npm run -s catalogs -- export <文件.csv|.xlsx> [--department <部门>] [--all]
  npm run -s catalogs -- search "要找什么" [--json] [--limit N]
  npm run -s catalogs -- search --jsonl [--limit N]      每行 {"id","q"}
  npm run -s catalogs -- check [--json] [--department <部门>]`;

async function main([name = '', ...args]: readonly string[]): Promise<void> {
  const load = commands[name];
  if (!load) throw new UsageError(usage);
  const { command } = await load();
  const config = loadConfig();
  const store = await openConfiguredStore(config, () => new Date());
  try {
    process.exitCode = await command({ args, store, dataDir: config.dataDir, now: () => new Date() });
  } finally {
    await store.close();
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  const expected =
    error instanceof UsageError || error instanceof ImportFault || (error instanceof Error && 'code' in error);
  console.error(expected && error instanceof Error ? error.message : error);
  process.exitCode = error instanceof UsageError ? 2 : 1;
});
