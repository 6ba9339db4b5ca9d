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

/** So much of a limit is left unused: our clocks and the way there are not exact. */
const kept = 0.02;

export interface CallPace {
  /** Milliseconds between calls for so many people. */
  readonly interval: number;
  /** Milliseconds between calls while lost time is made up for: what the shortest window allows. */
  readonly spacing: number;
  /** The window that sets the pace, and what fits into it. */
  readonly window: { readonly milliseconds: number; readonly room: number };
  /** How much of the window a call takes. */
  readonly weight: (people: number) => number;
}

export function callPace({ limits }: Pick<ChannelLimits, 'limits'>, people: number): CallPace {
  const paces = limits.map(({ per, count, seconds }) => {
    const weight = (those: number): number => (per === 'person' ? those : 1);
    const room = count * (1 - kept);
    const milliseconds = seconds * 1_000;
    return { window: { milliseconds, room }, weight, interval: (milliseconds * weight(people)) / room };
  });
  const tightest = paces.reduce((one, other) => (other.interval > one.interval ? other : one));
  const shortest = paces.reduce((one, other) => (other.window.milliseconds < one.window.milliseconds ? other : one));
  return { ...tightest, spacing: Math.min(shortest.interval, tightest.interval) };
}

/** Milliseconds the channel needs for so many people, given as little as `callsFor` of them share their words. */
export function sendingTime(limits: ChannelLimits, people: number, calls = Math.ceil(people / limits.batch)): number {
  return calls === 0 ? 0 : calls * callPace(limits, people / calls).interval;
}
