/** Finds people of the roster by name: colleagues first. */
import type { Prisma } from '#prisma/generated/client.ts';
import type { LookContext } from '../tool-context.ts';

export interface FoundPerson {
  readonly id: string;
  readonly name: string;
  /** Department and post, to tell people of one name apart. */
  readonly where: string;
}

/** `colleagues`: of the actor's departments; `anybody`: of the whole roster. */
export type PeopleScope = 'colleagues' | 'anybody';

/** @param words a name, or part of one */
export async function findPeople(
  words: string,
  scope: PeopleScope,
  { actor, db, now }: LookContext,
): Promise<readonly FoundPerson[]> {
  const departments = actor.memberships.flatMap(({ departmentId }) => departmentId ?? []);
  const inForce = {
    since: { lte: now },
    OR: [{ until: null }, { until: { gt: now } }],
  } satisfies Prisma.MembershipWhereInput;
  const people = await db.person.findMany({
    where: {
      leftAt: null,
      name: { contains: words },
      memberships: { some: scope === 'colleagues' ? { ...inForce, departmentId: { in: departments } } : inForce },
    },
    select: {
      id: true,
      name: true,
      title: true,
      memberships: { where: inForce, select: { departmentId: true, department: { select: { name: true } } } },
    },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: 20,
  });
  const colleague = (person: (typeof people)[number]): boolean =>
    person.memberships.some(({ departmentId }) => departmentId !== null && departments.includes(departmentId));
  return people
    .toSorted((a, b) => Number(colleague(b)) - Number(colleague(a)))
    .map(({ id, name, title, memberships }) => ({
      id,
      name,
      where: [memberships[0]?.department?.name, title].filter(Boolean).join(' '),
    }));
}
