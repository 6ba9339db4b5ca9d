/** From a channel identity to the person the roster says it is, and what they may act as today. */
import type { Prisma } from '#prisma/generated/client.ts';
import type { Db } from '../tool-context.ts';
import type { Actor, ActorMembership } from './actor.ts';

export interface Identity {
  readonly channel: string;
  /** The person's id in that channel, proven by the channel. */
  readonly userId: string;
}

/** Bindings made by choosing a demo person count in demo mode only. */
export const demoBinding = 'demo';

export async function findActor(
  db: Db,
  { channel, userId }: Identity,
  now: Date,
  options: { readonly demo: boolean },
): Promise<Actor> {
  const found = await db.channelIdentity.findUnique({
    where: { channel_tenant_userId: { channel, tenant: '', userId } },
    select: { boundBy: true, unboundAt: true, person: { select: personWithMemberships(now) } },
  });
  const bound = found?.unboundAt === null && (options.demo || found.boundBy !== demoBinding) ? found.person : null;
  if (!bound || bound.leftAt !== null) return newcomer(channel, userId);
  return {
    personId: bound.id,
    name: bound.name,
    memberships: bound.memberships.map(({ role, departmentId, department }): ActorMembership => ({
      role,
      departmentId,
      departmentName: department?.name ?? null,
    })),
    channel,
    channelUserId: userId,
  };
}

export function newcomer(channel: string, userId: string): Actor {
  return { personId: null, name: '', memberships: [], channel, channelUserId: userId };
}

/** Memberships in force at a moment, oldest first. */
export function personWithMemberships(now: Date) {
  return {
    id: true,
    name: true,
    leftAt: true,
    memberships: {
      where: { since: { lte: now }, OR: [{ until: null }, { until: { gt: now } }] },
      orderBy: [{ since: 'asc' }, { id: 'asc' }],
      select: { role: true, departmentId: true, department: { select: { name: true } } },
    },
  } as const satisfies Prisma.PersonSelect;
}
