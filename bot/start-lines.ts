/** What a start prints: where the page is, which channels are on, and where things are kept. */
import type { Channel } from './channels/channel.ts';
import type { Config } from './config.ts';

export function startLines(url: string, config: Config, channels: readonly Channel[]): readonly string[] {
  const page = config.publicUrl?.origin ?? url;
  const kept = config.databaseUrl ? 'PostgreSQL named by DATABASE_URL' : `embedded database in ${config.dataDir}`;
  const model = config.model
    ? `${config.model.model} at ${new URL(config.model.baseUrl).host}`
    : 'none, the built-in understanding';
  const facts = [
    ...channels.map((channel) => [channel.name, channel.standing(config)] as const),
    ['store', kept] as const,
    ['model', model] as const,
    ['demo', config.demo ? 'on: a sample city, visitors choose who to be' : 'off'] as const,
  ];
  const width = Math.max(...facts.map(([name]) => name.length));
  return [`政数助手 ${page}`, ...facts.map(([name, fact]) => `  ${name.padEnd(width)}  ${fact}`)];
}
