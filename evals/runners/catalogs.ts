/** `npm run eval -- catalogs [file …]`: searches in the demo city's catalogs; recall among the first five, and no said when there is nothing. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { seed } from '#prisma/seed.ts';
import { openStore } from '#prisma/store.ts';
import { CatalogSearch } from '#tools/catalogs/search/catalog-search.ts';
import { type CatalogCase, catalogCaseSchema } from '#evals/sets/catalog-case.ts';

const floors = { recall: 0.9, none: 0.9 };
const among = 5;
/** Each held to the floors by itself. */
export const sets = ['catalogs.jsonl', 'catalogs-unseen.jsonl'];
/** The city as it stands on this day. */
const now = new Date('2026-03-02T01:00:00Z');

/** Without files: every set of ours that has floors. */
export async function run(files: readonly string[]): Promise<number> {
  const wanted = files.length > 0 ? files : sets;
  return await withDemoSearch(async (search) => {
    let failed = 0;
    for (const file of wanted) failed = Math.max(failed, await score(search, path.basename(file), readCases(file)));
    return failed;
  });
}

/** The search over the demo city, and nothing left of it afterwards. */
export async function withDemoSearch<T>(use: (search: CatalogSearch) => Promise<T>): Promise<T> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'zhengshu-eval-'));
  const store = await openStore({ dataDir, exclusive: true });
  try {
    await seed(store.db, now);
    return await use(await CatalogSearch.open(store.db, null));
  } finally {
    await store.close();
    rmSync(dataDir, { recursive: true });
  }
}

/** @param file a path, or the name of a set of ours */
export function readCases(file: string): readonly CatalogCase[] {
  const found = file.includes('/') ? file : fileURLToPath(new URL(`../sets/${file}`, import.meta.url));
  return readFileSync(found, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => catalogCaseSchema.parse(JSON.parse(line)));
}

async function score(search: CatalogSearch, set: string, cases: readonly CatalogCase[]): Promise<number> {
  const recalls: number[] = [];
  let first = 0;
  let saidNone = 0;
  const times: number[] = [];
  for (const { id, q, style, gold } of cases) {
    const started = performance.now();
    const { hits, none } = await search.search(q, { limit: among });
    times.push(performance.now() - started);
    const names = hits.map(({ entry }) => entry.name);
    const found = gold.filter((name) => names.includes(name)).length;
    const right = gold.length === 0 ? none : found === Math.min(among, gold.length);
    if (!right)
      console.log(`missed ${id} [${style}] ${q}  want ${gold.join('、') || 'none'}  got ${names.join('、') || 'none'}`);
    if (gold.length === 0) saidNone += none ? 1 : 0;
    else {
      recalls.push(found / Math.min(among, gold.length));
      if (names[0] !== undefined && gold.includes(names[0])) first += 1;
    }
  }
  const recall = recalls.reduce((sum, one) => sum + one, 0) / recalls.length;
  const nothing = cases.length - recalls.length;
  const none = nothing === 0 ? 1 : saidNone / nothing;
  times.sort((a, b) => a - b);
  console.log(
    `${set}: ${cases.length} searches: recall@${among} ${recall.toFixed(3)} (floor ${floors.recall}), first is right ${(first / recalls.length).toFixed(3)}, ` +
      `no match said ${saidNone}/${nothing} (floor ${floors.none}), median ${(times[times.length >> 1] ?? 0).toFixed(1)} ms`,
  );
  return recall >= floors.recall && none >= floors.none ? 0 : 1;
}
