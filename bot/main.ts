/** Starts the program as a server: `npm start`. */
import { serve } from './serve.ts';
import type { Running } from './serve.ts';
import { channels } from './channels/channels.ts';
import { loadConfig } from './config.ts';
import { createLog } from './log.ts';
import { signingKey } from './signing-key.ts';
import { reasonLines } from './start-failure.ts';
import { startLines } from './start-lines.ts';
import { registerFiles } from './files/register-files.ts';
import { registerWeb } from './web/register-web.ts';
import { addedRegulationsDir, builtInRegulationsDir, loadRegulations } from '#knowledge/corpus/load-regulations.ts';

/** A stop that takes longer is cut short; what was not finished is taken up at the next start. */
const longestStopMs = 15_000;
const now = (): Date => new Date();
const say = (lines: readonly string[]): void => void process.stdout.write(`${lines.join('\n')}\n`);

function fail(error: unknown): never {
  process.stderr.write(`${reasonLines(error).join('\n')}\n`);
  process.exit(1);
}

async function start(): Promise<Running> {
  const config = loadConfig();
  const log = createLog(config.logLevel);
  const regulations = loadRegulations([builtInRegulationsDir, addedRegulationsDir(config.dataDir)]);
  const key = await signingKey(config);
  const running = await serve({
    config,
    log,
    now,
    signingKey: key,
    channels,
    // Loaded only then: what answers is ten times what it takes to listen.
    backstage: async (address) =>
      (await import('./backstage.ts')).openBackstage({ config, log, regulations, now, signingKey: key, address }),
    registerWeb: async (app, opened) => {
      await registerWeb(app, { config, regulations, now });
      registerFiles(app, { config, opened });
    },
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
