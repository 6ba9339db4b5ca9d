/** From the filters of an audience to people: who gets it and where, who is left out and why, whom no channel reaches. */
import { changshaDay } from '#tools/deadlines/changsha-day.ts';
import type { Db } from '#tools/tool-context.ts';
import type { Audience } from './audience.ts';
import { audienceDepartments } from './audience-departments.ts';
import { outstandingAnswers, type Outstanding } from './outstanding.ts';
import { placesOf, type Place } from './places.ts';
import { waysOut, type WayOut } from './ways-out.ts';

export interface RosterPerson {
  readonly personId: string;
  readonly name: string;
  readonly departmentId: string;
  readonly department: string;
  readonly state: 'planned' | 'excluded' | 'unreachable';
  /** Why not, in Chinese; null when planned. */
  readonly reason: string | null;
  /** Where it goes first; null unless planned. */
  readonly place: Place | null;
}

export interface Roster {
  readonly people: readonly RosterPerson[];
  readonly outstanding: ReadonlyMap<string, readonly Outstanding[]>;
  readonly ways: readonly WayOut[];
}

interface MemberRow {
  readonly personId: string;
  readonly name: string;
  readonly departmentId: string;
  readonly left: boolean;
  readonly prefers: string | null;
}

/** $1 departments, $2 roles or null, $3 contacts only, $4 now, $5 people or null: each person once, for the department held longest. */
const members = `SELECT DISTINCT ON (p."id") p."id" AS "personId", p."name", d."id" AS "departmentId", p."leftAt" IS NOT NULL AS "left",
    p."preferences" ->> 'channel' AS "prefers"
  FROM "Membership" m JOIN "Person" p ON p."id" = m."personId" JOIN "Department" d ON d."id" = m."departmentId"
  WHERE m."departmentId" = ANY($1::text[]) AND m."since" <= $4::timestamptz AND (m."until" IS NULL OR m."until" > $4::timestamptz)
    AND ($2::text[] IS NULL OR m."role"::text = ANY($2::text[])) AND (NOT $3::boolean OR d."contactId" = p."id")
    AND ($5::text[] IS NULL OR p."id" = ANY($5::text[]))
  ORDER BY p."id", m."since", m."id"`;

/** $1 broadcast: who has it, or may have it. */
const receivers = `SELECT DISTINCT "personId" FROM "Outbox" WHERE "broadcastId" = $1 AND "state" IN ('sent', 'unknown') AND "personId" IS NOT NULL`;

export async function resolveAudience(db: Db, audience: Audience, now: Date): Promise<Roster> {
  const outstanding = await outstandingAnswers(db, now);
  const ways = await waysOut(db);
  const departments = await audienceDepartments(db, audience, outstanding, changshaDay(now));
  const people = audience.received === undefined ? null : await peopleOf(db, audience.received);
  const { who, except } = audience;
  const rows = await db.$queryRawUnsafe<MemberRow[]>(
    members,
    departments.map(({ id }) => id),
    who === 'contact' ? null : who,
    who === 'contact',
    now,
    people,
  );
  const byId = new Map(departments.map((department) => [department.id, department]));
  const places = await placesOf(
    db,
    rows.map(({ personId }) => personId),
    ways,
  );
  const roster = rows.map(({ personId, name, departmentId, left, prefers }): RosterPerson => {
    const department = byId.get(departmentId);
    const excluded = left
      ? '已离开通讯录'
      : department?.dissolved
        ? '所在部门已撤销'
        : except.departmentIds.includes(departmentId) || except.personIds.includes(personId)
          ? '发送人指定不发'
          : null;
    const known = places.get(personId) ?? [];
    const place = known.find(({ channel }) => channel === prefers) ?? known[0] ?? null;
    const reason = excluded ?? (place === null ? '没有绑定任何可以送达的账号' : null);
    const state = excluded !== null ? 'excluded' : place === null ? 'unreachable' : 'planned';
    const named = { personId, name, departmentId, department: department?.name ?? '' };
    return { ...named, state, reason, place: state === 'planned' ? place : null };
  });
  return { people: roster, outstanding, ways };
}

async function peopleOf(db: Db, broadcastId: string): Promise<readonly string[]> {
  const rows = await db.$queryRawUnsafe<{ personId: string }[]>(receivers, broadcastId);
  return rows.map(({ personId }) => personId);
}
