/** Who can be reminded: the people in office, by department and role, with how they like it and whether a message finds them. */
import { z } from 'zod';
import { Role } from '#prisma/generated/enums.ts';
import { changshaDay } from '#tools/deadlines/changsha-day.ts';
import type { IsoDate } from '#tools/deadlines/iso-date.ts';
import type { Db } from '#tools/tool-context.ts';
import { readPreferences } from './preferences.ts';
import { minutesOf } from './time-of-day.ts';

export interface RosterPerson {
  readonly id: string;
  /** Minutes after midnight; null: no wish. */
  readonly hour: number | null;
  readonly channel: string | null;
  readonly posts: readonly { readonly departmentId: string | null; readonly role: Role; readonly since: IsoDate }[];
}

export interface Roster {
  person(id: string): RosterPerson | undefined;
  /** In office in this role, in the order of their ids. @param departmentId null: of any */
  holding(role: Role, departmentId: string | null): readonly RosterPerson[];
}

const row = z.object({
  id: z.string(),
  preferences: z.unknown(),
  posts: z.array(z.object({ departmentId: z.string().nullable(), role: z.enum(Role), since: z.coerce.date() })),
});

/**
 * $1 now. Only people whom a message finds: somebody who never spoke here has no conversation to put it in. They are
 * reminded of what is open then as soon as they have one.
 */
const statement = `SELECT p."id", p."preferences",
    json_agg(json_build_object('departmentId', m."departmentId", 'role', m."role", 'since', m."since")) AS "posts"
  FROM "Person" p JOIN "Membership" m ON m."personId" = p."id"
  WHERE p."leftAt" IS NULL AND m."since" <= $1 AND (m."until" IS NULL OR m."until" > $1)
    AND EXISTS (SELECT FROM "Conversation" c WHERE c."personId" = p."id" AND c."tenant" = '')
  GROUP BY p."id" ORDER BY p."id"`;

export async function loadRoster(db: Db, now: Date): Promise<Roster> {
  const people = z
    .array(row)
    .parse(await db.$queryRawUnsafe<unknown[]>(statement, now))
    .map(({ id, preferences, posts }): RosterPerson => {
      const { hour, channel } = readPreferences(preferences);
      return {
        id,
        hour: hour === undefined ? null : minutesOf(hour),
        channel: channel ?? null,
        posts: posts.map((post) => ({ ...post, since: changshaDay(post.since) })),
      };
    });
  return rosterOf(people);
}

export function rosterOf(people: readonly RosterPerson[]): Roster {
  const byId = new Map(people.map((person) => [person.id, person]));
  const byPost = new Map<string, RosterPerson[]>();
  const put = (key: string, person: RosterPerson): void => {
    const there = byPost.get(key) ?? [];
    if (!there.includes(person)) byPost.set(key, [...there, person]);
  };
  for (const person of people)
    for (const { role, departmentId } of person.posts) {
      put(role, person);
      if (departmentId !== null) put(`${role}:${departmentId}`, person);
    }
  return {
    person: (id) => byId.get(id),
    holding: (role, departmentId) => byPost.get(departmentId === null ? role : `${role}:${departmentId}`) ?? [],
  };
}
