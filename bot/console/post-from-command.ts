/** Writes of a command that tells people something: the messages are kept with the write; a running server sends on what is pushed. */
import { Courier } from '#bot/delivery/courier.ts';
import { Feed } from '#bot/delivery/feed.ts';
import { noticeReply } from '#bot/dialogue/notice-reply.ts';
import type { Store } from '#prisma/store.ts';
import type { RecountParts } from '#tools/requests/recount-clocks.ts';

/** Nobody watches a command, and it holds no connection to a channel: what is to be pushed waits in the outbox. */
export async function writeFromCommand({ db }: Pick<Store, 'db'>, now: Date): Promise<RecountParts['write']> {
  // Channels that push are those whose conversations have an address.
  const rows = await db.$queryRaw<{ channel: string }[]>`
    SELECT DISTINCT "channel" FROM "Conversation" WHERE "address" IS NOT NULL`;
  const pushing = new Set(rows.map(({ channel }) => channel));
  const courier = new Courier();
  courier.connect({
    feed: new Feed(),
    outgoing: { pushes: ({ channel }) => pushing.has(channel), sendDue: () => Promise.resolve() },
  });
  return async (work) => {
    const sendOn: (() => void)[] = [];
    const result = await db.$transaction((tx) =>
      work({
        db: tx,
        tell: async (notice) => void sendOn.push(await courier.post(tx, notice, noticeReply(notice), now)),
      }),
    );
    for (const send of sendOn) send();
    return result;
  };
}
