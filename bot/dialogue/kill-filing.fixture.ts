/** Kills the process in which a person files entries, at random moments, until enough are confirmed; then counts what is there. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { openStore, type StoreLocation } from '#prisma/store.ts';

export interface KilledFilings {
  readonly kills: number;
  readonly confirmed: number;
  /** Confirmed and not there, whole and once. */
  readonly lost: readonly string[];
  /** There twice, or without a part: items, the filed draft, the run or its audit record. */
  readonly torn: readonly string[];
}

const filer = fileURLToPath(new URL('filing-person.fixture.ts', import.meta.url));

/** `pause` gives the milliseconds a process lives once it is ready. */
export async function killFilings(
  location: StoreLocation,
  wanted: number,
  pause: () => number,
): Promise<KilledFilings> {
  const confirmed = new Set<number>();
  let kills = 0;
  while (confirmed.size < wanted) {
    // Numbers are confirmed in order; the person goes on with the first that was not.
    for (const number of await killedFiler(location, confirmed.size + 1, pause())) confirmed.add(number);
    kills += 1;
  }
  return { kills, confirmed: confirmed.size, ...(await inspect(location, [...confirmed])) };
}

async function killedFiler(location: StoreLocation, first: number, milliseconds: number): Promise<readonly number[]> {
  const child = spawn(process.execPath, ['--import', 'tsx', filer, JSON.stringify(location), String(first)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  const confirmed: number[] = [];
  for await (const line of createInterface(child.stdout)) {
    if (line === 'ready') setTimeout(() => child.kill('SIGKILL'), milliseconds);
    else confirmed.push(Number(line));
  }
  const [code, signal] = (await exited) as [number | null, string | null];
  if (signal !== 'SIGKILL') throw new Error(`the filing process ended by itself with code ${code}`);
  return confirmed;
}

async function inspect(
  location: StoreLocation,
  confirmed: readonly number[],
): Promise<Pick<KilledFilings, 'lost' | 'torn'>> {
  const store = await openStore(location);
  const { db } = store;
  const versions = await db.catalogVersion.findMany({ include: { items: true } });
  const filed = new Set((await db.draft.findMany({ where: { state: 'filed' } })).map(({ name }) => name));
  const runs = await db.toolRun.count({ where: { finishedAt: { not: null } } });
  const audits = await db.auditRecord.count({ where: { tool: 'file-entry', action: 'file-entry' } });
  await store.close();
  const times = new Map<string, number>();
  for (const { name } of versions) times.set(name, (times.get(name) ?? 0) + 1);
  const torn = versions
    .filter(({ name, items }) => times.get(name) !== 1 || items.length !== 2 || !filed.has(name))
    .map(({ name }) => name);
  if (runs !== versions.length || audits !== versions.length)
    torn.push(`${versions.length} entries, ${runs} runs, ${audits} audit records`);
  const names = confirmed.map((number) => `第${number}号体育场地`);
  return { lost: names.filter((name) => times.get(name) !== 1), torn };
}
