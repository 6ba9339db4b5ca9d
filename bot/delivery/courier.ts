/** Carries a message to somebody who is not speaking right now: into their own latest conversation, in the caller's transaction. */
import type { Reply } from '#bot/channels/channel-port.ts';
import type { Notice } from '#tools/notice.ts';
import type { Identity } from '#tools/people/find-actor.ts';
import { storedJson } from '#tools/stored-json.ts';
import type { Db } from '#tools/tool-context.ts';
import type { LoggedReply } from './conversation-log.ts';
import type { Feed } from './feed.ts';
import type { Outgoing } from './outgoing.ts';
import { rowId } from './row-id.ts';
import { say } from './stored-log-sql.ts';

export interface CourierRoutes {
  readonly feed: Feed;
  readonly outgoing: Pick<Outgoing, 'pushes' | 'sendDue'>;
}

interface Place {
  readonly channel: string;
  readonly externalId: string;
}

const latestFirst = `(SELECT max(i."receivedAt") FROM "Inbox" i WHERE i."conversationId" = c."id") DESC NULLS LAST, c."createdAt" DESC
  LIMIT 1`;

/** $1 person, $2 the channel they like best. */
const placeOfPerson = `SELECT c."channel", c."externalId" FROM "Conversation" c
  WHERE c."tenant" = '' AND c."personId" = $1 ORDER BY c."channel" = $2 DESC, ${latestFirst}`;

/** $1 channel, $2 user: somebody of whom nothing else is known, or was when they spoke. */
const placeOfUser = `SELECT c."channel", c."externalId" FROM "Conversation" c
  WHERE c."tenant" = '' AND c."channel" = $1
    AND EXISTS (SELECT FROM "Message" m WHERE m."conversationId" = c."id" AND m."userId" = $2) ORDER BY ${latestFirst}`;

export class Courier {
  #routes: CourierRoutes | null = null;

  /** Until then messages are kept and found by whoever looks; nobody is woken. */
  connect(routes: CourierRoutes): void {
    this.#routes = routes;
  }

  /** @returns what sends the message on, to be called once the transaction is through */
  async post(db: Db, notice: Notice, reply: Reply, now: Date): Promise<() => void> {
    const place = await placeOf(db, notice);
    if (!place) {
      await this.#keepUnsent(db, notice, reply, now);
      return () => undefined;
    }
    const { channel, externalId } = place;
    const conversation = { channel, id: externalId };
    const push = this.#routes?.outgoing.pushes(conversation) ?? false;
    const entries = [{ reply, messageId: rowId(now), outboxId: rowId(now) }];
    const values = [channel, notice.key, JSON.stringify(entries), entries.length, now, null, push, externalId];
    const [row] = await db.$queryRawUnsafe<{ base: number }[]>(say.text, ...values);
    if (!row) throw new Error(`the conversation ${channel} ${externalId} is gone`);
    const message: LoggedReply = { direction: 'out', conversation, seq: row.base + 1, answers: null, reply, at: now };
    return () => {
      this.#routes?.feed.publish(conversation, { kind: 'message', message });
      // What went wrong in sending is kept with the delivery; it is looked after again from time to time.
      if (push) void this.#routes?.outgoing.sendDue().catch(() => undefined);
    };
  }

  /** Nobody has ever spoken there: on record as not delivered. */
  async #keepUnsent(db: Db, notice: Notice, reply: Reply, now: Date): Promise<void> {
    const { channel, userId } = 'identity' in notice ? notice.identity : { channel: '', userId: '' };
    const personId = 'personId' in notice ? notice.personId : null;
    const recipient = personId ?? `${channel}::${userId}`;
    const row = { recipient, messageKey: notice.key, personId, channel, userId, state: 'failed' as const };
    await db.outbox.createMany({
      data: [{ ...row, payload: storedJson(reply), error: 'no conversation known', notBeforeAt: now, createdAt: now }],
      skipDuplicates: true,
    });
  }
}

async function placeOf(db: Db, notice: Notice): Promise<Place | undefined> {
  if ('identity' in notice) return await placeOfIdentity(db, notice.identity);
  const [place] = await db.$queryRawUnsafe<Place[]>(placeOfPerson, notice.personId, notice.channel ?? '');
  if (place) return place;
  // Somebody bound a moment ago spoke before anybody knew who they were.
  const identities = await db.channelIdentity.findMany({
    where: { personId: notice.personId, unboundAt: null },
    select: { channel: true, userId: true },
  });
  for (const identity of identities) {
    const found = await placeOfIdentity(db, identity);
    if (found) return found;
  }
  return undefined;
}

async function placeOfIdentity(db: Db, { channel, userId }: Identity): Promise<Place | undefined> {
  const [place] = await db.$queryRawUnsafe<Place[]>(placeOfUser, channel, userId);
  return place;
}
