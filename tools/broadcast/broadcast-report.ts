/** The report of a broadcast: the roster adds up at any moment, and every person on it has one state. */
import type { Db } from '#tools/tool-context.ts';
import { trackReactions } from './track-reactions.ts';

export interface Counts {
  readonly roster: number;
  readonly sent: number;
  readonly failed: number;
  readonly unreachable: number;
  readonly excluded: number;
  readonly unknown: number;
  /** Not over yet; 0 once it is through. */
  readonly waiting: number;
  readonly read: number;
  readonly acknowledged: number;
  readonly acted: number;
  readonly replied: number;
}

export type PersonState = 'sent' | 'failed' | 'unreachable' | 'excluded' | 'unknown' | 'waiting';

export interface ReportLine {
  readonly personId: string;
  readonly name: string;
  readonly department: string;
  readonly state: PersonState;
  readonly channel: string | null;
  readonly why: string | null;
  readonly sentAt: Date | null;
  readonly readAt: Date | null;
  readonly acknowledgedAt: Date | null;
  readonly actedAt: Date | null;
  /** Whether the department's contact was asked to pass it on. */
  readonly passedOn: boolean;
  readonly reply: string | null;
}

/** One state for each person of the roster: what the roster says, else what became of their row of the outbox. */
const stateOfPerson = `CASE WHEN r."state" <> 'planned' THEN r."state"::text
  WHEN o."state" IN ('sent', 'failed', 'unknown', 'excluded') THEN o."state"::text ELSE 'waiting' END`;
const joined = `FROM "BroadcastRecipient" r
  LEFT JOIN "Outbox" o ON o."broadcastId" = r."broadcastId" AND o."personId" = r."personId" AND o."messageKey" = 'broadcast:' || r."broadcastId"`;

/** What somebody wrote after it, before the next broadcast or a week later; presses of buttons are no words. */
const replyOf = `(SELECT m."text" FROM "Message" m WHERE m."conversationId" = o."conversationId" AND m."direction" = 'inbound'
    AND m."action" IS NULL AND m."at" >= o."sentAt" AND m."at" < o."sentAt" + interval '7 days'
    AND m."at" < COALESCE((SELECT min(n."sentAt") FROM "Outbox" n WHERE n."conversationId" = o."conversationId"
      AND n."broadcastId" IS NOT NULL AND n."sentAt" > o."sentAt"), 'infinity')
  ORDER BY m."sequence" LIMIT 1)`;

export async function broadcastCounts(db: Db, broadcastId: string, now: Date): Promise<Counts> {
  await trackReactions(db, broadcastId, now);
  const [row] = await db.$queryRawUnsafe<Counts[]>(
    `SELECT count(*)::int AS "roster",
      ${['sent', 'failed', 'unreachable', 'excluded', 'unknown', 'waiting'].map((state) => `count(*) FILTER (WHERE s."is" = '${state}')::int AS "${state}"`).join(', ')},
      count(s."readAt")::int AS "read", count(s."acknowledgedAt")::int AS "acknowledged", count(s."actedAt")::int AS "acted",
      count(s."reply")::int AS "replied"
    FROM (SELECT ${stateOfPerson} AS "is", r."readAt", r."acknowledgedAt", r."actedAt", ${replyOf} AS "reply" ${joined} WHERE r."broadcastId" = $1) s`,
    broadcastId,
  );
  if (!row) throw new Error('a count gives one row');
  return row;
}

export async function reportLines(db: Db, broadcastId: string, now: Date): Promise<readonly ReportLine[]> {
  await trackReactions(db, broadcastId, now);
  return await db.$queryRawUnsafe<ReportLine[]>(
    `SELECT r."personId", p."name", COALESCE(d."name", '') AS "department", ${stateOfPerson} AS "state", o."channel",
      COALESCE(r."reason", CASE WHEN o."state" <> 'sent' THEN o."error" END) AS "why", o."sentAt", r."readAt", r."acknowledgedAt", r."actedAt",
      EXISTS (SELECT FROM "Outbox" f WHERE f."broadcastId" = $1 AND f."state" = 'sent'
        AND f."messageKey" = 'broadcast:' || $1 || ':forward:' || r."departmentId")
        AND (r."state" = 'unreachable' OR o."state" = 'failed') AS "passedOn",
      ${replyOf} AS "reply"
    ${joined} JOIN "Person" p ON p."id" = r."personId" LEFT JOIN "Department" d ON d."id" = r."departmentId"
    WHERE r."broadcastId" = $1 ORDER BY d."name", p."name", p."id"`,
    broadcastId,
  );
}
