/** `npm run bench -- catalogs [entries]`: import, start and search of generated catalogs, beside MiniSearch on the same data. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import MiniSearch from 'minisearch';
import { openStore, type Store } from '#prisma/store.ts';
import { readMapping } from '#tools/catalogs/exchange/column-mapping.ts';
import { importCatalog } from '#tools/catalogs/exchange/import-catalog.ts';
import { CatalogSearch } from '#tools/catalogs/search/catalog-search.ts';
import { type GeneratedEntry, generatedCatalog } from './generated-catalog.ts';
import { quantile } from './quantile.ts';

const now = new Date('2026-03-02T01:00:00Z');
const floors = { importMs: 180_000, p95: 50 };
const questions = 300;

/** Without a number: 1,000, 10,000 and 100,000. */
export async function run([count]: readonly string[]): Promise<number> {
  const sizes = count === undefined ? [1_000, 10_000, 100_000] : [Number(count)];
  let failed = false;
  for (const size of sizes) failed = !(await measure(size)) || failed;
  return failed ? 1 : 0;
}

async function measure(size: number): Promise<boolean> {
  const entries = [...generatedCatalog(size)];
  const dataDir = mkdtempSync(path.join(tmpdir(), 'zhengshu-bench-'));
  const store = await openStore({ dataDir, exclusive: true });
  try {
    const importMs = await timed(() => imported(store, entries));
    const before = memory();
    const lag = monitorEventLoopDelay({ resolution: 10 });
    lag.enable();
    const opened: CatalogSearch[] = [];
    const buildMs = await timed(async () => void opened.push(await CatalogSearch.open(store.db, dataDir)));
    lag.disable();
    const indexMB = memory() - before;
    if (opened.pop()?.size !== size) throw new Error('the index does not hold every entry');
    let search: CatalogSearch | undefined;
    const startMs = await timed(async () => {
      search = await CatalogSearch.open(store.db, dataDir);
      await search.warm();
    });
    if (!search) throw new Error('the search was not opened');
    const asked = questionsOf(entries);
    const ours = await times(asked, async (words) => await search?.search(words, { limit: 10 }));
    const peer = peerIndex(entries);
    // At a hundred thousand entries each takes it seconds: fewer of the same questions tell as much.
    const theirs = await times(
      asked.filter((_, at) => at % Math.ceil(size / 20_000) === 0),
      (words) => Promise.resolve(peer.search(words).slice(0, 10)),
    );
    const figures = {
      entries: size,
      'import s': seconds(importMs),
      'index built s': seconds(buildMs),
      'longest block ms': (lag.max / 1e6).toFixed(0),
      'index loaded s': seconds(startMs),
      'search p50 ms': quantile(ours, 0.5).toFixed(1),
      'p95 ms': quantile(ours, 0.95).toFixed(1),
      'MiniSearch p50 ms': quantile(theirs, 0.5).toFixed(1),
      'MiniSearch p95 ms': quantile(theirs, 0.95).toFixed(1),
      'index MB': indexMB,
      'process MB': Math.round(process.memoryUsage.rss() / 1e6),
    };
    console.log(
      Object.entries(figures)
        .map(([name, figure]) => `${name} ${figure}`)
        .join(', '),
    );
    return importMs <= floors.importMs && quantile(ours, 0.95) <= floors.p95;
  } finally {
    await store.close();
    rmSync(dataDir, { recursive: true });
  }
}

/** Megabytes held by this thread, what nobody needs any more cleared away; the database's thread is not among them. */
function memory(): number {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect === 'function') collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return Math.round((heapUsed + arrayBuffers) / 1e6);
}

async function imported(store: Store, entries: readonly GeneratedEntry[]): Promise<void> {
  const bytes = new TextEncoder().encode(entries.map((entry) => JSON.stringify(entry)).join('\n'));
  const report = await importCatalog(
    store,
    { name: 'generated.jsonl', bytes },
    { mapping: readMapping({}), publish: true, allOrNothing: true, createDepartments: true, now, via: 'cli' },
  );
  if (report.created !== entries.length) throw new Error(`only ${report.created} entries were imported`);
}

/** Spread over the catalog: names, parts of names, departments with items, filters. */
function questionsOf(entries: readonly GeneratedEntry[]): readonly string[] {
  const step = Math.max(1, Math.floor(entries.length / questions));
  return entries
    .filter((_, at) => at % step === 0)
    .slice(0, questions)
    .map(({ name, department, items, shareType, updateCycle }, at) => {
      const bare = name.replace(/\(.*/u, '');
      return (
        [
          bare,
          bare.slice(3),
          `${department}的${items.slice(0, 2).join('')}`,
          `谁有${bare.slice(3, 9)}的数据`,
          `${department}${shareType}的${updateCycle}更新的`,
        ][at % 5] ?? bare
      );
    });
}

/** Chinese has no spaces: characters and pairs of them, as for any search here. */
function pairs(text: string): string[] {
  const characters = Array.from(text.toLowerCase()).filter((one) => /[\p{L}\p{N}]/u.test(one));
  return [...characters, ...characters.slice(1).map((one, at) => (characters[at] ?? '') + one)];
}

function peerIndex(entries: readonly GeneratedEntry[]): MiniSearch {
  const index = new MiniSearch({
    fields: ['name', 'items', 'summary', 'department'],
    tokenize: pairs,
    searchOptions: { boost: { name: 4 }, tokenize: pairs },
  });
  index.addAll(
    entries.map(({ id, name, items, summary, department }) => ({
      id,
      name,
      items: items.join(' '),
      summary,
      department,
    })),
  );
  return index;
}

async function times(
  asked: readonly string[],
  search: (words: string) => Promise<unknown>,
): Promise<readonly number[]> {
  const measured: number[] = [];
  for (const words of asked) measured.push(await timed(() => search(words)));
  return measured;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

function seconds(ms: number): string {
  return (ms / 1_000).toFixed(1);
}
