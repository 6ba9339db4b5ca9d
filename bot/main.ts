/** Starts the program as a server: `npm start`. */
import { serve } from './serve.ts';
import type { Backstage, Running } from './serve.ts';
import { channels } from './channels/channels.ts';
import type { Config } from './config.ts';
import { loadConfig } from './config.ts';
import { openCore } from './core.ts';
import { Courier } from './delivery/courier.ts';
import { createLog } from './log.ts';
import { openConfiguredStore } from './open-store.ts';
import type { Log } from './log.ts';
import { createServices } from './services.ts';
import { signingKey } from './signing-key.ts';
import { reasonLines } from './start-failure.ts';
import { startLines } from './start-lines.ts';
import { registerWeb } from './web/register-web.ts';
import { addedRegulationsDir, builtInRegulationsDir, loadRegulations } from '#knowledge/corpus/load-regulations.ts';
import type { Regulation } from '#knowledge/corpus/regulation.ts';

/** A stop that takes longer is cut short; what was not finished is taken up at the next start. */
const longestStopMs = 15_000;
const now = (): Date => new Date();
const say = (lines: readonly string[]): void => void process.stdout.write(`${lines.join('\n')}\n`);

function fail(error: unknown): never {
  process.stderr.write(`${reasonLines(error).join('\n')}\n`);
  process.exit(1);
}

async function openBackstage(config: Config, log: Log, regulations: readonly Regulation[]): Promise<Backstage> {
  // The store opens in a thread of its own while the core is built in this one.
  const opening = openConfiguredStore(config, now, { exclusive: true });
  const [store, coreFor] = await Promise.all([
    opening,
    openCore({ regulations, demo: config.demo, dataDir: config.dataDir }),
  ]);
  const courier = new Courier();
  const core = coreFor(store, courier);
  const services = createServices({ pool: store.pool, core, courier, log, now, turnTimeoutMs: config.turnTimeoutMs });
  return { services, shared: store.kind === 'postgresql', close: () => store.close() };
}

async function start(): Promise<Running> {
  const config = loadConfig();
  const log = createLog(config.logLevel);
  const regulations = loadRegulations([builtInRegulationsDir, addedRegulationsDir(config.dataDir)]);
  const running = await serve({
    config,
    log,
    now,
    signingKey: await signingKey(config),
    channels,
    backstage: () => openBackstage(config, log, regulations),
    registerWeb: (app) => registerWeb(app, { config, regulations, now }),
  });
  say(startLines(running.url, config, channels));
  running.ready.then(
    () => say([`  ready after ${(performance.now() / 1000).toFixed(1)} s`]),
    (error: unknown) => fail(error),
  );
  return running;
}

function stopOnSignal(running: Running): void {
  let stopping = false;
  const stop = (): void => {
    if (stopping) process.exit(1);
    stopping = true;
    setTimeout(() => process.exit(1), longestStopMs).unref();
    running.close().then(
      () => process.exit(0),
      (error: unknown) => fail(error),
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

start().then(stopOnSignal, fail);
