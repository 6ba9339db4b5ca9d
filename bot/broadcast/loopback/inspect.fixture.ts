/** Compares what the vendors' logs say was taken with what the store says was sent, person by person. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { Store } from '#prisma/store.ts';
import { broadcastText, type CityPerson, personOfUser } from './city.fixture.ts';
import { callsPerSecond, kinds, type Scale } from './vendors.fixture.ts';

export interface ChannelFigures {
  readonly people: number;
  readonly seconds: number;
  /** Of the time the channel's own rate asks for. */
  readonly ofRate: number;
}

export interface Inspection {
  readonly roster: number;
  readonly states: Readonly<Record<'sent' | 'failed' | 'unreachable' | 'excluded' | 'unknown', number>>;
  /** People whom the vendors have taken it for more than once. */
  readonly doubled: readonly string[];
  /** Said to be sent, and no vendor has it. */
  readonly missing: readonly string[];
  /** Said not to be sent, and a vendor has it. */
  readonly unsaid: readonly string[];
  /** Unknown ones that a vendor did take. */
  readonly unknownTaken: number;
  readonly forwarded: number;
  /** From the first call that was taken to the last, and to the end of the broadcast: contacts asked, report closed. */
  readonly seconds: number;
  readonly finishSeconds: number;
  readonly freezeSeconds: number;
  readonly ofRate: number;
  readonly channels: Readonly<Record<string, ChannelFigures>>;
}

const lineSchema = z.object({ at: z.number(), people: z.array(z.string()), text: z.string() });

export async function inspectLogs(
  { db }: Store,
  about: {
    readonly broadcastId: string;
    readonly people: readonly CityPerson[];
    readonly folder: string;
    readonly scale: Scale;
  },
): Promise<Inspection> {
  const { broadcastId, folder, scale } = about;
  const logs = Object.keys(kinds).map((channel) => ({
    channel,
    lines: readLog(path.join(folder, `${channel}.jsonl`)),
  }));
  const taken = new Map<string, number>();
  let forwarded = 0;
  for (const { people, text } of logs.flatMap(({ lines }) => lines)) {
    if (text !== broadcastText) forwarded += people.length;
    else for (const user of people) taken.set(personOfUser(user), (taken.get(personOfUser(user)) ?? 0) + 1);
  }
  const recipients = await db.broadcastRecipient.findMany({
    where: { broadcastId },
    select: { personId: true, state: true },
  });
  const rows = await db.outbox.findMany({
    where: { broadcastId, personId: { not: null } },
    select: { personId: true, state: true, sentAt: true },
  });
  const stateOf = new Map(recipients.map(({ personId, state }) => [personId, state as string]));
  for (const { personId, state } of rows) stateOf.set(personId ?? '', state);
  const people = (...states: readonly string[]): readonly string[] =>
    [...stateOf].flatMap(([personId, state]) => (states.includes(state) ? [personId] : []));
  const count = (person: string): number => taken.get(person) ?? 0;
  const { startedAt, finishedAt } = await db.broadcast.findUniqueOrThrow({ where: { id: broadcastId } });
  const first = Math.min(...logs.flatMap(({ lines }) => lines.map(({ at }) => at)));
  const letters = logs.flatMap(({ lines }) => lines.filter(({ text }) => text === broadcastText));
  const seconds = (Math.max(...letters.map(({ at }) => at)) - first) / 1_000;
  return {
    roster: recipients.length,
    states: {
      sent: people('sent').length,
      failed: people('failed').length,
      unreachable: people('unreachable').length,
      excluded: people('excluded').length,
      unknown: people('unknown').length,
    },
    doubled: [...taken].flatMap(([person, times]) => (times > 1 ? [person] : [])),
    missing: people('sent').filter((person) => count(person) === 0),
    unsaid: people('failed', 'unreachable', 'excluded', 'pending', 'sending').filter((person) => count(person) > 0),
    unknownTaken: people('unknown').filter((person) => count(person) > 0).length,
    forwarded,
    seconds,
    freezeSeconds: (first - (startedAt?.getTime() ?? 0)) / 1_000,
    finishSeconds: ((finishedAt?.getTime() ?? 0) - first) / 1_000,
    ofRate: scale.seconds / seconds,
    channels: Object.fromEntries(logs.map(({ channel, lines }) => [channel, figures(channel, lines, scale)])),
  };
}

/** Of the letters themselves; what departments were asked to pass on comes after the last channel. */
function figures(channel: string, lines: ReturnType<typeof readLog>, scale: Scale): ChannelFigures {
  const letters = lines.filter(({ text }) => text === broadcastText);
  const people = letters.reduce((sum, line) => sum + line.people.length, 0);
  const at = letters.map((line) => line.at);
  // Few who came from another channel at the end are not the channel's pace: until 99 % were taken.
  const ends = at.toSorted((one, other) => one - other)[Math.max(0, Math.ceil(at.length * 0.99) - 1)] ?? 0;
  const seconds = (ends - Math.min(...at)) / 1_000;
  const batch = kinds[channel]?.batch ?? 1;
  const rate = callsPerSecond(channel, scale) * batch;
  return { people, seconds, ofRate: (people * 0.99) / rate / seconds };
}

export function readLog(file: string): readonly z.infer<typeof lineSchema>[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => lineSchema.parse(JSON.parse(line)));
}
