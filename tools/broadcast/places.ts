/** The reachability ledger read: where each person can be reached, the best place first. */
import type { Db } from '#tools/tool-context.ts';
import type { WayOut } from './ways-out.ts';

export interface Place {
  readonly channel: string;
  readonly tenant: string;
  readonly userId: string;
  /** Refused there last time. */
  readonly doubtful: boolean;
}

interface PlaceRow extends Place {
  readonly personId: string;
}

/**
 * $1 people, $2 channels that push, $3 channels that need a conversation. First what last worked, then where the person
 * was seen last; where it was refused since comes last.
 */
export const placesSql = `SELECT * FROM (
    SELECT i."personId", i."channel", i."tenant", i."userId",
      COALESCE(i."lastFailedAt" > COALESCE(i."lastDeliveredAt", '-infinity'), false) AS "doubtful",
      GREATEST(i."lastDeliveredAt", i."lastSeenAt", i."boundAt") AS "good"
    FROM "ChannelIdentity" i
    WHERE i."personId" = ANY($1::text[]) AND i."channel" = ANY($2::text[]) AND i."unboundAt" IS NULL
    UNION ALL
    SELECT DISTINCT ON (c."personId", c."channel") c."personId", c."channel", c."tenant", COALESCE(i."userId", c."personId"),
      COALESCE(i."lastFailedAt" > COALESCE(i."lastDeliveredAt", '-infinity'), false),
      GREATEST(i."lastDeliveredAt", i."lastSeenAt", c."createdAt")
    FROM "Conversation" c
    LEFT JOIN "ChannelIdentity" i ON i."personId" = c."personId" AND i."channel" = c."channel" AND i."unboundAt" IS NULL
    WHERE c."personId" = ANY($1::text[]) AND c."channel" = ANY($3::text[]) AND c."tenant" = ''
    ORDER BY "personId", "channel", "good" DESC
  ) AS place ORDER BY "personId", "doubtful", "good" DESC, "channel", "userId"`;

export async function placesOf(
  db: Db,
  personIds: readonly string[],
  ways: readonly WayOut[],
): Promise<ReadonlyMap<string, readonly Place[]>> {
  const channels = (reach: WayOut['reach']): readonly string[] =>
    ways.flatMap((way) => (way.reach === reach ? [way.channel] : []));
  const rows = await db.$queryRawUnsafe<PlaceRow[]>(placesSql, personIds, channels('push'), channels('conversation'));
  const found = new Map<string, Place[]>();
  for (const { personId, ...place } of rows) {
    const known = found.get(personId);
    if (known) known.push(place);
    else found.set(personId, [place]);
  }
  return found;
}
