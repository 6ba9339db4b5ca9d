/** Begins a broadcast: the audience becomes a roster, and everybody on it a row of the outbox, before anything is sent. */
import { createHash } from 'node:crypto';
import { bulkInsert } from '#prisma/bulk-insert.ts';
import { changshaDay } from '#tools/deadlines/changsha-day.ts';
import type { Db } from '#tools/tool-context.ts';
import { type BroadcastRow, loadBroadcast } from './broadcast-row.ts';
import { letterFor, type LetterWords, namesPeople } from './letter.ts';
import { resolveAudience, type Roster, type RosterPerson } from './resolve-audience.ts';

/** Rows of one statement. */
const chunk = 5_000;
/** The sender lets these go first. */
export const canaryPriority = 10;
export const ordinaryPriority = 20;

export interface FreezeOptions {
  readonly now: Date;
  /** A letter as the channels render it. */
  readonly payloadOf: (letter: LetterWords) => object;
  /** Time-ordered row ids. */
  readonly newId: (at: Date) => string;
}

/** @returns how many were planned; null when the broadcast is not, or no longer, to be begun */
export async function beginBroadcast(db: Db, id: string, options: FreezeOptions): Promise<number | null> {
  const { now } = options;
  const [locked] = await db.$queryRawUnsafe<{ id: string }[]>(
    `SELECT "id" FROM "Broadcast" WHERE "id" = $1 AND "state" = 'scheduled' AND "scheduledAt" <= $2::timestamptz FOR UPDATE SKIP LOCKED`,
    id,
    now,
  );
  if (!locked) return null;
  const broadcast = await loadBroadcast(db, id);
  const roster = await resolveAudience(db, broadcast.audience, now);
  const planned = roster.people.filter(({ state }) => state === 'planned');
  const first = canaryOf(planned, broadcast.canary);
  await insertRoster(db, broadcast, roster, first);
  await insertOutbox(db, broadcast, roster, planned, { ...options, first });
  const state = first.size > 0 && first.size < planned.length ? 'canary' : 'sending';
  await db.broadcast.update({ where: { id }, data: { state, startedAt: now, version: { increment: 1 } } });
  await db.auditRecord.create({
    data: {
      at: now,
      via: 'job',
      action: 'broadcast.begun',
      subjectKind: 'broadcast',
      subjectId: id,
      after: { day: changshaDay(now), people: roster.people.length, planned: planned.length },
    },
  });
  return planned.length;
}

/** Spread over the roster, so that no department alone tries it out. */
function canaryOf(planned: readonly RosterPerson[], count: number): ReadonlySet<string> {
  if (count === 0) return new Set();
  const step = Math.max(1, Math.floor(planned.length / count));
  return new Set(
    planned
      .filter((_, index) => index % step === 0)
      .slice(0, count)
      .map(({ personId }) => personId),
  );
}

async function insertRoster(
  db: Db,
  { id, audience }: BroadcastRow,
  { people, outstanding }: Roster,
  first: ReadonlySet<string>,
): Promise<void> {
  for (const part of parts(people)) {
    const rows = part.map(({ personId, departmentId, state, reason }) => ({
      broadcastId: id,
      personId,
      departmentId,
      state,
      reason,
      wave: first.has(personId) ? 0 : 1,
      fields: {
        requests: (outstanding.get(departmentId) ?? []).map(({ requestId }) => requestId),
        ...(audience.unsigned && { list: audience.unsigned }),
      },
    }));
    await bulkInsert(db, 'BroadcastRecipient', rows);
  }
}

/** $1 rows, $2 payloads by mark, $3 broadcast, $4 now: what many share is sent to the database once. */
const insertLetters = `INSERT INTO "Outbox" ("id", "recipient", "messageKey", "personId", "channel", "tenant", "userId", "broadcastId",
    "payload", "priority", "batchKey", "notBeforeAt", "createdAt")
  SELECT r."id", r."person", 'broadcast:' || $3, r."person", r."channel", r."tenant", r."userId", $3, $2::jsonb -> r."mark", r."priority",
    r."mark", $4::timestamptz, $4::timestamptz
  FROM jsonb_to_recordset($1::jsonb) AS r("id" text, "person" text, "channel" text, "tenant" text, "userId" text, "mark" text, "priority" int)`;

async function insertOutbox(
  db: Db,
  broadcast: BroadcastRow,
  { outstanding }: Roster,
  planned: readonly RosterPerson[],
  { now, newId, payloadOf, first }: FreezeOptions & { readonly first: ReadonlySet<string> },
): Promise<void> {
  const eachTheirOwn = namesPeople(broadcast.payload);
  const marks = new Map<string, string>();
  for (const part of parts(planned)) {
    const payloads: Record<string, object> = {};
    const rows = part.map(({ personId, name, departmentId, department, place }) => {
      const key = eachTheirOwn ? personId : departmentId;
      let mark = marks.get(key);
      if (mark === undefined || !(mark in payloads)) {
        const items = outstanding.get(departmentId) ?? [];
        const payload = payloadOf(letterFor(broadcast, { name, department, items }));
        mark = createHash('sha256').update(JSON.stringify(payload)).digest('hex').slice(0, 16);
        marks.set(key, mark);
        payloads[mark] = payload;
      }
      const { channel, tenant, userId } = place ?? { channel: '', tenant: '', userId: '' };
      const priority = first.has(personId) ? canaryPriority : ordinaryPriority;
      return { id: newId(now), person: personId, channel, tenant, userId, mark, priority };
    });
    await db.$executeRawUnsafe(insertLetters, JSON.stringify(rows), JSON.stringify(payloads), broadcast.id, now);
  }
}

function parts<T>(all: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / chunk) }, (_, index) =>
    all.slice(index * chunk, (index + 1) * chunk),
  );
}
