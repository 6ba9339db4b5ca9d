/** A broadcast to a whole city over four vendors' servers, while the sending processes are killed; and what the vendors' own logs say of it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { openStore, type StoreLocation } from '#prisma/store.ts';
import { cityPeople, fillCity } from './city.fixture.ts';
import { inspectLogs, type Inspection } from './inspect.fixture.ts';
import { type Scale, sharesOf } from './vendors.fixture.ts';

export interface SimulationOptions {
  readonly location: StoreLocation;
  readonly scale: Scale;
  readonly kills: number;
  /** Sending processes at the same time; one where they cannot share a store. */
  readonly replicas: number;
  /** Milliseconds between a sender's first word and its end, kill by kill. */
  readonly pause: (kill: number) => number;
  readonly say?: (line: string) => void;
}

export interface SimulationReport extends Inspection {
  readonly kills: number;
  readonly fillSeconds: number;
}

const script = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

function child(name: string, task: unknown): ChildProcess {
  return spawn(process.execPath, ['--no-deprecation', '--import', 'tsx', script(name), JSON.stringify(task)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
}

export async function simulate(options: SimulationOptions): Promise<SimulationReport> {
  const { location, scale, say = () => undefined } = options;
  const folder = mkdtempSync(path.join(tmpdir(), 'zhengshu-vendors-'));
  const people = cityPeople(sharesOf(scale));
  const begun = performance.now();
  const store = await openStore(location);
  const broadcastId = await fillCity(store, people);
  await store.close();
  const fillSeconds = (performance.now() - begun) / 1_000;
  say(`${people.length} people in the store after ${fillSeconds.toFixed(1)} s`);
  const servers = child('servers-process.fixture.ts', { folder, scale });
  try {
    const urls = z.record(z.string(), z.string()).parse(JSON.parse(await firstLine(servers)));
    const kills = await sendWhileKilled({ ...options, say, task: { location, urls, scale, broadcastId } });
    const after = await openStore(location);
    const inspection = await inspectLogs(after, { broadcastId, people, folder, scale });
    await after.close();
    return { ...inspection, kills, fillSeconds };
  } finally {
    servers.stdin?.end();
    await once(servers, 'exit');
    rmSync(folder, { recursive: true });
  }
}

async function firstLine(process: ChildProcess): Promise<string> {
  if (!process.stdout) throw new Error('no output');
  for await (const line of createInterface(process.stdout)) return line;
  throw new Error('the process ended without a word');
}

/** @returns how often a sender was killed */
async function sendWhileKilled({
  kills,
  replicas,
  pause,
  task,
  say = () => undefined,
}: SimulationOptions & { readonly task: unknown }): Promise<number> {
  let killed = 0;
  let done = false;
  const all = new Set<ChildProcess>();
  /** One place of a sender: another one follows the one that was killed. */
  const keepSending = async (): Promise<void> => {
    while (!done) {
      const sender = child('sender-process.fixture.ts', task);
      all.add(sender);
      const exited = once(sender, 'exit');
      if (!sender.stdout) throw new Error('no output');
      for await (const line of createInterface(sender.stdout)) {
        if (line === 'done') done = true;
        if (line === 'ready' && killed < kills) {
          const turn = killed;
          killed += 1;
          setTimeout(() => {
            if (done) return;
            say(`kill ${turn + 1}`);
            sender.kill('SIGKILL');
          }, pause(turn));
        }
      }
      const [code, signal] = (await exited) as [number | null, string | null];
      all.delete(sender);
      if (!done && signal !== 'SIGKILL') throw new Error(`a sender ended by itself with code ${code}`);
    }
    for (const other of all) other.kill('SIGKILL');
  };
  await Promise.all(Array.from({ length: replicas }, keepSending));
  return killed;
}
