/** The clock of a terminal conversation: the real one, or a fixed moment where tests are allowed to set it. */
import { ConfigError } from '#bot/config.ts';
import type { Config } from '#bot/config.ts';

/** @param given what `--now` was given, if anything */
export function turnClock(given: string | undefined, config: Pick<Config, 'testClock'>, real: () => Date): () => Date {
  if (given === undefined) return real;
  if (!config.testClock)
    throw new ConfigError(['--now needs ZHENGSHU_TEST_CLOCK=on: the clock is not to be set in real use']);
  const moment = new Date(given);
  if (Number.isNaN(moment.getTime()))
    throw new ConfigError([`--now must be an ISO time such as 2026-03-02T09:00:00+08:00, is ${given}`]);
  return () => moment;
}
