/** Which channels broadcasts can go out through here, as the running program has written it down. */
import { z } from 'zod';
import type { Db } from '#tools/tool-context.ts';
import { storedJson } from '#tools/stored-json.ts';
import { channelLimits, type ChannelLimits, channelLimitsSchema } from './channel-limits.ts';

const waySchema = z.object({
  channel: z.string(),
  /** Whether it reaches anybody it knows, or those who have begun a conversation. */
  reach: z.enum(['push', 'conversation']),
  limits: channelLimitsSchema,
});
export type WayOut = z.infer<typeof waySchema>;

const key = 'broadcast.ways';

/** Before the program has ever run: the chat page. */
function standard(): readonly WayOut[] {
  const limits = channelLimits()['directline'];
  return limits ? [{ channel: 'directline', reach: 'conversation', limits }] : [];
}

export async function waysOut(db: Db): Promise<readonly WayOut[]> {
  const row = await db.setting.findUnique({ where: { key } });
  return row ? z.array(waySchema).parse(row.value) : standard();
}

export async function writeWaysOut(db: Db, ways: readonly WayOut[], now: Date): Promise<void> {
  const value = storedJson(ways);
  await db.setting.upsert({
    where: { key },
    create: { key, value, updatedAt: now },
    update: { value, updatedAt: now },
  });
}

export function limitsOf(ways: readonly WayOut[], channel: string): ChannelLimits | null {
  return ways.find((way) => way.channel === channel)?.limits ?? null;
}
