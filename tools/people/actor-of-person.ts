/** Somebody of the roster as an actor, whatever channel they are known in: for what was promised to the person, not to an account. */
import type { Db } from '../tool-context.ts';
import type { Actor } from './actor.ts';
import { newcomer, personWithMemberships } from './find-actor.ts';

/** Somebody who is not there or has left is a newcomer, who may do nothing of theirs. */
export async function actorOfPerson(
  db: Db,
  personId: string,
  { channel, now }: { readonly channel: string; readonly now: Date },
): Promise<Actor> {
  const person = await db.person.findUnique({ where: { id: personId }, select: personWithMemberships(now) });
  if (!person || person.leftAt !== null) return newcomer(channel, personId);
  return {
    personId: person.id,
    name: person.name,
    memberships: person.memberships.map(({ role, departmentId, department }) => ({
      role,
      departmentId,
      departmentName: department?.name ?? null,
    })),
    channel,
    channelUserId: personId,
  };
}
