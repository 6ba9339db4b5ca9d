/** What each channel lets us send, as data: people a call, calls a second, and whether a call is known again. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const limitSchema = z.object({
  per: z.enum(['call', 'person']),
  count: z.number().int().positive(),
  seconds: z.number().positive(),
});

export const channelLimitsSchema = z.object({
  /** What people call the channel. */
  title: z.string(),
  /** People one call with the same words may be for. */
  batch: z.number().int().positive(),
  limits: z.array(limitSchema).min(1),
  /** How long the vendor knows a call again by its id, so that it may be made twice; null: it does not. */
  dedupeSeconds: z.number().positive().nullable(),
  /** A call without an answer for this long has none. */
  timeoutMs: z.number().int().positive(),
});
export type ChannelLimits = z.infer<typeof channelLimitsSchema>;

let known: Readonly<Record<string, ChannelLimits>> | undefined;

export function channelLimits(): Readonly<Record<string, ChannelLimits>> {
  known ??= z
    .record(z.string(), channelLimitsSchema)
    .parse(parse(readFileSync(new URL('channel-limits.yaml', import.meta.url), 'utf8')));
  return known;
}

/**
 * So much of a limit is kept back, and may be used later when a moment was not used: in any window of the limit's length
 * (1 − kept) of the pace and as much of the window at once, (1 + kept), stay below what is allowed.
 */
const kept = 0.04;

export interface CallPace {
  /** Milliseconds between calls for so many people. */
  readonly interval: number;
  /** Milliseconds of the past that may still be used. */
  readonly burst: number;
  /** Milliseconds between calls while the past is used: what the shortest window allows. */
  readonly spacing: number;
}

export function callPace({ limits }: Pick<ChannelLimits, 'limits'>, people: number): CallPace {
  const paces = limits
    .map(({ per, count, seconds }) => ({
      seconds,
      interval: (seconds * 1_000 * (per === 'person' ? people : 1)) / count / (1 - kept),
    }))
    .toSorted((one, other) => other.interval - one.interval);
  const shortest = paces.toSorted((one, other) => one.seconds - other.seconds)[0];
  const tightest = paces[0];
  if (!shortest || !tightest) throw new Error('a channel has at least one limit');
  return {
    interval: tightest.interval,
    burst: tightest.seconds * 1_000 * kept,
    spacing: Math.min(shortest.interval, tightest.interval),
  };
}

/** Milliseconds the channel needs for so many people, given as little as `callsFor` of them share their words. */
export function sendingTime(limits: ChannelLimits, people: number, calls = Math.ceil(people / limits.batch)): number {
  return calls === 0 ? 0 : calls * callPace(limits, people / calls).interval;
}
