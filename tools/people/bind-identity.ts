/** Ties a channel identity to a person of the roster; whoever it was tied to before is not it any more. */
import type { Db } from '../tool-context.ts';
import type { Identity } from './find-actor.ts';

/** How it was proven: `operator` stands for the machine's own operator at the terminal. */
export type BoundBy = 'roster' | 'code' | 'request' | 'demo' | 'operator';

export async function bindIdentity(
  db: Db,
  { channel, userId }: Identity,
  personId: string,
  boundBy: BoundBy,
  now: Date,
): Promise<void> {
  const data = { personId, boundBy, boundAt: now, unboundAt: null };
  await db.channelIdentity.upsert({
    where: { channel_tenant_userId: { channel, tenant: '', userId } },
    create: { channel, userId, ...data },
    update: data,
  });
}
