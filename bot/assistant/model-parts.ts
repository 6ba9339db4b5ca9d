/** What the model's parts take from outside: its configuration, the log, a clock that only goes forward, chance. */
import type { Config } from '#bot/config.ts';
import type { Log } from '#bot/log.ts';

export function modelParts(config: Pick<Config, 'model' | 'modelUse'>, log: Log) {
  return { config, log, clock: () => performance.now(), random: () => Math.random() };
}
