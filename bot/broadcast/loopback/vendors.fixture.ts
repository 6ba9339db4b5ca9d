/** The four vendors of the simulated city: who they are, how fast they may be written to, and what goes wrong with each. */
import type { SendingPort } from '#bot/broadcast/sending-port.ts';
import type { ChannelLimits } from '#tools/broadcast/channel-limits.ts';
import { isGone } from './city.fixture.ts';
import { connectorPort, connectorVendor } from './connector.fixture.ts';
import { dingtalkPort, dingtalkVendor } from './dingtalk.fixture.ts';
import { feishuPort, feishuVendor } from './feishu.fixture.ts';
import type { Faults, Vendor } from './loopback-server.fixture.ts';
import { wecomPort, wecomVendor } from './wecom.fixture.ts';

interface Kind {
  readonly vendor: Vendor;
  readonly port: (url: string, limits: ChannelLimits) => SendingPort;
  readonly batch: number;
  readonly dedupeSeconds: number | null;
  /** Share of all people. */
  readonly share: number;
}

export const kinds: Readonly<Record<string, Kind>> = {
  wecom: { vendor: wecomVendor, port: wecomPort, batch: 100, dedupeSeconds: 1_800, share: 0.4 },
  dingtalk: { vendor: dingtalkVendor, port: dingtalkPort, batch: 20, dedupeSeconds: null, share: 0.3 },
  feishu: { vendor: feishuVendor, port: feishuPort, batch: 1, dedupeSeconds: 3_600, share: 0.18 },
  botframework: { vendor: connectorVendor, port: connectorPort, batch: 1, dedupeSeconds: null, share: 0.12 },
};

export interface Scale {
  readonly people: number;
  /** In which each channel could be through, were nothing to go wrong. */
  readonly seconds: number;
  readonly timeoutMs: number;
  /** How often each vendor refuses everything, counted in seconds of calls at full speed, and for how long. */
  readonly pauseEverySeconds: number;
  readonly pauseMs: number;
  /** Calls without an answer and dropped ones, 0 to 1. */
  readonly trouble: number;
}

/** Like Feishu's thousand a minute and fifty a second: a longer window at the pace, thrice as much within a second. */
const windowSeconds = 60;
const atOnce = 3;

export const sharesOf = ({ people }: Scale): Readonly<Record<string, number>> =>
  Object.fromEntries(Object.entries(kinds).map(([channel, { share }]) => [channel, Math.round(people * share)]));

/** Calls a second that the vendor allows. */
export function callsPerSecond(channel: string, scale: Scale): number {
  const kind = kinds[channel];
  if (!kind) throw new Error(`no vendor ${channel}`);
  return (scale.people * kind.share) / kind.batch / scale.seconds;
}

export function limitsFor(channel: string, scale: Scale): ChannelLimits {
  const kind = kinds[channel];
  if (!kind) throw new Error(`no vendor ${channel}`);
  const { batch, dedupeSeconds } = kind;
  const perSecond = callsPerSecond(channel, scale);
  const limits = [
    { per: 'call' as const, count: Math.max(1, Math.floor(perSecond * windowSeconds)), seconds: windowSeconds },
    { per: 'call' as const, count: Math.ceil(perSecond * atOnce), seconds: 1 },
  ];
  return { title: channel, batch, limits, dedupeSeconds, timeoutMs: scale.timeoutMs };
}

export function faultsFor(channel: string, scale: Scale): Faults {
  const perSecond = callsPerSecond(channel, scale);
  const { trouble } = scale;
  return {
    limits: limitsFor(channel, scale).limits,
    pauseEvery: Math.max(20, Math.round(perSecond * scale.pauseEverySeconds)),
    pauseMs: scale.pauseMs,
    silent: trouble,
    droppedBefore: trouble,
    droppedAfter: trouble,
    broken: trouble,
    gone: isGone,
  };
}
