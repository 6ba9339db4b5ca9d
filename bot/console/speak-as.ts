/** Lets the operator of this machine speak in the terminal as a person of the roster. */
import { channelName } from '#bot/channels/console.ts';
import { ConfigError } from '#bot/config.ts';
import type { Store } from '#prisma/store.ts';
import { bindIdentity } from '#tools/people/bind-identity.ts';
import { demoBinding } from '#tools/people/find-actor.ts';

/** The person's id, as the console channel takes it for the user's. Throws when the roster has nobody of that id. */
export async function speakAs(db: Store['db'], personId: string, now: Date): Promise<void> {
  const person = await db.person.findUnique({ where: { id: personId }, select: { leftAt: true } });
  if (!person || person.leftAt !== null)
    throw new ConfigError([
      `--as ${personId}: nobody on the roster has this id; npm run -s people -- list shows who does`,
    ]);
  const identity = { channel: channelName, userId: personId };
  const known = await db.channelIdentity.findFirst({ where: { ...identity, personId, unboundAt: null } });
  if (known && known.boundBy !== demoBinding) return;
  await bindIdentity(db, identity, personId, 'operator', now);
  await db.auditRecord.create({
    data: {
      at: now,
      via: 'cli',
      action: 'person.spoken-as',
      subjectKind: 'person',
      subjectId: personId,
      after: identity,
    },
  });
}
