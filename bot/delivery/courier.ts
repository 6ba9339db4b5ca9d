/** Carries a message to somebody who is not speaking right now: into their own latest conversation, in the caller's transaction. */
import type { Reply } from '#bot/channels/channel-port.ts';
import type { Notice } from '#tools/notice.ts';
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

/** Where a person was heard of last; somebody bound a moment ago may have spoken before anybody knew who they were. */
const latestPlace = `SELECT c."channel", c."externalId" FROM "Conversation" c
  WHERE c."tenant" = '' AND (c."personId" = $1 OR EXISTS (
    SELECT FROM "ChannelIdentity" i WHERE i."personId" = $1 AND i."unboundAt" IS NULL AND i."channel" = c."channel"
      AND c."personId" IS NULL
      AND EXISTS (SELECT FROM "Message" m WHERE m."conversationId" = c."id" AND m."userId" = i."userId")))
  ORDER BY (SELECT max(i."receivedAt") FROM "Inbox" i WHERE i."conversationId" = c."id") DESC NULLS LAST, c."createdAt" DESC
  LIMIT 1`;

export class Courier {
  #routes: CourierRoutes | null = null;

  /** Until then messages are kept and found by whoever looks; nobody is woken. */
  connect(routes: CourierRoutes): void {
    this.#routes = routes;
  }

  /** @returns what sends the message on, to be called once the transaction is through */
  async post(db: Db, notice: Notice, reply: Reply, now: Date): Promise<() => void> {
    const [place] = await db.$queryRawUnsafe<Place[]>(latestPlace, notice.personId);
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
  async #keepUnsent(db: Db, { personId, key }: Notice, reply: Reply, now: Date): Promise<void> {
    const row = { recipient: personId, messageKey: key, personId, channel: '', userId: '', state: 'failed' as const };
    await db.outbox.createMany({
      data: [{ ...row, payload: storedJson(reply), error: 'no conversation known', notBeforeAt: now, createdAt: now }],
      skipDuplicates: true,
    });
  }
}
