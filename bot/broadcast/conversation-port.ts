/** Broadcasts on a channel whose messages are shown from the log: a message is delivered once it stands in the person's latest conversation. */
import type { Pool } from 'pg';
import type { Feed } from '#bot/delivery/feed.ts';
import { channelLimits, type ChannelLimits } from '#tools/broadcast/channel-limits.ts';
import type { Call, CallOutcome, Delivered, PersonOutcome, SendingPort } from './sending-port.ts';

/** $1 channel, $2 people: where each was last seen to speak. */
const latest = `SELECT DISTINCT ON (c."personId") c."personId", c."externalId" FROM "Conversation" c
  WHERE c."channel" = $1 AND c."tenant" = '' AND c."personId" = ANY($2::text[])
  ORDER BY c."personId", (SELECT max(i."receivedAt") FROM "Inbox" i WHERE i."conversationId" = c."id") DESC NULLS LAST, c."createdAt" DESC`;

export interface ConversationPortParts {
  readonly channel: string;
  readonly pool: Pool;
  /** Shows what was recorded to whoever watches. */
  readonly feed: Feed;
  /** Default: what is written about the channel. */
  readonly limits?: ChannelLimits;
}

export function conversationPort({ channel, pool, feed, ...given }: ConversationPortParts): SendingPort {
  const limits = given.limits ?? channelLimits()[channel];
  if (!limits) throw new Error(`channel-limits.yaml says nothing about ${channel}`);
  return {
    channel,
    limits,
    reach: 'conversation',
    send: (call) => place(call, channel, pool),
    recorded: (delivered) => {
      for (const one of delivered) show(one, channel, feed);
    },
  };
}

/** The recording itself is the delivery: nothing leaves the store, so nothing is lost or doubled on the way. */
async function place({ letters }: Call, channel: string, pool: Pool): Promise<CallOutcome> {
  try {
    const people = letters.map(({ personId }) => personId);
    const { rows } = await pool.query<{ personId: string; externalId: string }>(latest, [channel, people]);
    const found = new Map(rows.map(({ personId, externalId }) => [personId, externalId]));
    const outcomes = letters.map(({ id, personId }): [string, PersonOutcome] => {
      const conversationId = found.get(personId);
      return conversationId === undefined
        ? [id, { kind: 'rejected', why: 'no conversation' }]
        : [id, { kind: 'accepted', vendorId: null, conversationId }];
    });
    return { kind: 'answered', people: new Map(outcomes) };
  } catch (error) {
    return { kind: 'unavailable', why: error instanceof Error ? error.message : 'store not readable' };
  }
}

function show({ conversationId, sequence, reply, at }: Delivered, channel: string, feed: Feed): void {
  const conversation = { channel, id: conversationId };
  const message = { direction: 'out', conversation, seq: sequence, answers: null, reply, at } as const;
  feed.publish(conversation, { kind: 'message', message });
}
