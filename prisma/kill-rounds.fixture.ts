/** Kills a filing process again and again at random moments and looks what is left of what it had confirmed. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { openStore, type StoreLocation } from './store.ts';

export interface KillReport {
  readonly rounds: number;
  readonly confirmed: number;
  /** Confirmed filings that are not there, with all their parts, exactly once. */
  readonly lost: readonly string[];
  /** Filings, confirmed or not, that are there without one of their parts. */
  readonly torn: readonly string[];
}

const writer = fileURLToPath(new URL('filing-writer.fixture.ts', import.meta.url));

/** `pause` gives the milliseconds between a writer's first word and its end, round by round. */
export async function killRounds(
  location: StoreLocation,
  rounds: number,
  pause: (round: number) => number,
): Promise<KillReport> {
  const confirmed: string[] = [];
  for (let round = 0; round < rounds; round += 1) confirmed.push(...(await killedWriter(location, pause(round))));
  return { rounds, confirmed: confirmed.length, ...(await inspect(location, confirmed)) };
}

async function killedWriter(location: StoreLocation, milliseconds: number): Promise<string[]> {
  const child = spawn(process.execPath, ['--import', 'tsx', writer, JSON.stringify(location)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  const confirmed: string[] = [];
  for await (const line of createInterface(child.stdout)) {
    if (line === 'ready') setTimeout(() => child.kill('SIGKILL'), milliseconds);
    else confirmed.push(line);
  }
  const [code, signal] = (await exited) as [number | null, string | null];
  if (signal !== 'SIGKILL') throw new Error(`The writer ended by itself with code ${code}.`);
  return confirmed;
}

async function inspect(location: StoreLocation, confirmed: string[]): Promise<Pick<KillReport, 'lost' | 'torn'>> {
  const store = await openStore(location);
  const entries = await store.db.catalogEntry.findMany({ include: { versions: { include: { items: true } } } });
  const audits = await store.db.auditRecord.groupBy({ by: ['subjectId'], _count: true });
  await store.close();
  const audited = new Map(audits.map(({ subjectId, _count }) => [subjectId, _count]));
  const whole = new Set<string>();
  const torn: string[] = [];
  for (const { id, versions } of entries) {
    const complete = versions.length === 1 && versions[0]?.items.length === 3 && audited.get(id) === 1;
    if (complete) whole.add(id);
    else torn.push(id);
  }
  torn.push(...[...audited.keys()].filter((id) => !whole.has(id)));
  return { lost: confirmed.filter((id) => !whole.has(id)), torn };
}
