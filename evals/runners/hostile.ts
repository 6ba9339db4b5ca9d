/** `npm run eval -- hostile [count] [seed]`: random and hostile inputs to a whole bot; fails on any crash, hang, fault or unclear answer. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { channels } from '#bot/channels/channels.ts';
import type { Core } from '#bot/channels/channel-port.ts';
import { readConfig } from '#bot/config.ts';
import { type CoreFor, openCore } from '#bot/core.ts';
import { createLog } from '#bot/log.ts';
import { serve } from '#bot/serve.ts';
import { createServices } from '#bot/services.ts';
import { loadRegulations } from '#knowledge/corpus/load-regulations.ts';
import { freshStore } from '#prisma/test-store.ts';
import type { AskReport } from './hostile-ask.ts';
import { hostileAsk } from './hostile-ask.ts';
import { hostileRun } from './hostile-run.ts';
import type { HostileReport } from './hostile-run.ts';
import { randomSource } from './random-source.ts';

export interface HostileResult extends HostileReport {
  /** Messages taken and not answered at the end. */
  readonly unanswered: number;
  /** Lines of the log at level error. */
  readonly faults: readonly string[];
}

/** A whole bot on an empty store of its own, under fire. */
export async function underFire(core: Core | CoreFor, count: number, seed: number): Promise<HostileResult> {
  const store = await freshStore();
  const faults: string[] = [];
  const log = createLog('error', { write: (line: string) => void faults.push(line) });
  const config = readConfig({ PORT: '0', ZHENGSHU_MESSAGES_PER_MINUTE: '100000' });
  const now = (): Date => new Date();
  const services = createServices({
    store,
    core: typeof core === 'function' ? core(store) : core,
    log,
    now,
    turnTimeoutMs: config.turnTimeoutMs,
  });
  const signingKey = new Uint8Array(32).fill(9);
  const backstage = { services, shared: false, close: () => Promise.resolve() };
  const running = await serve({ config, log, now, signingKey, channels, backstage: () => Promise.resolve(backstage) });
  try {
    await running.ready;
    const report = await hostileRun(running.url, count, randomSource(seed));
    await services.ingress.finished();
    const unanswered = await store.db.inbox.count({ where: { state: { not: 'done' } } });
    return { ...report, unanswered, faults };
  } finally {
    await running.close();
    await store.close();
  }
}

export async function run(args: readonly string[]): Promise<number> {
  const [count, seed] = [Number(args[0] ?? 10_000), Number(args[1] ?? 1)];
  const begun = performance.now();
  const result = await underFire(await openCore({ regulations: loadRegulations(), demo: false }), count, seed);
  for (const [answer, times] of [...result.answers].toSorted(([one], [other]) => one.localeCompare(other)))
    console.log(`${String(times).padStart(6)}  ${answer}`);
  for (const failure of result.failures.slice(0, 20)) console.log(`FAILED  ${failure}`);
  for (const fault of result.faults.slice(0, 5)) console.log(`FAULT   ${fault.slice(0, 600)}`);
  const seconds = Math.round((performance.now() - begun) / 1000);
  const { failures, unanswered, faults, slowest } = result;
  console.log(
    `${count} inputs in ${seconds} s: ${failures.length} failed, ${unanswered} unanswered, ${faults.length} faults logged, slowest ${Math.round(slowest.ms)} ms`,
  );
  console.log(`slowest: ${slowest.input}`);
  const asked = await underQuestion(Math.ceil(count / 5), seed);
  for (const failure of asked.failures.slice(0, 20)) console.log(`FAILED  ${failure}`);
  console.log(
    `${asked.sent} lines to ask: ${asked.failures.length} failed, slowest ${Math.round(asked.slowest.ms)} ms: ${asked.slowest.input}`,
  );
  return failures.length + unanswered + faults.length + asked.failures.length === 0 ? 0 : 1;
}

async function underQuestion(count: number, seed: number): Promise<AskReport> {
  const dataDir = await mkdtemp(join(tmpdir(), 'zhengshu-hostile-'));
  try {
    return await hostileAsk(count, randomSource(seed), dataDir);
  } finally {
    await rm(dataDir, { recursive: true });
  }
}
