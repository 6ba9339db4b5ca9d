/** Who hears of the lists: a department's officers and leads, and of every department the one who is its contact. */
import type { Role } from '#prisma/generated/enums.ts';
import type { Db, ToolContext } from '#tools/tool-context.ts';
import type { Offer } from '#tools/notice.ts';

export async function peopleOf(
  db: Db,
  departmentId: string,
  roles: readonly Role[],
  now: Date,
): Promise<readonly string[]> {
  const rows = await db.membership.findMany({
    where: { departmentId, role: { in: [...roles] }, ...current(now) },
    select: { personId: true },
  });
  return [...new Set(rows.map(({ personId }) => personId))].toSorted();
}

/** One person of each department: its contact while they are there, else its first officer, else its first lead. */
export async function contactsOf(
  db: Db,
  departmentIds: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, string>> {
  const departments = await db.department.findMany({
    where: { id: { in: [...departmentIds] } },
    select: {
      id: true,
      contactId: true,
      memberships: {
        where: { role: { in: ['officer', 'lead', 'bureau'] }, ...current(now) },
        select: { personId: true },
        orderBy: [{ role: 'asc' }, { since: 'asc' }, { personId: 'asc' }],
      },
    },
  });
  return new Map(
    departments.flatMap(({ id, contactId, memberships }): [string, string][] => {
      const people = memberships.map(({ personId }) => personId);
      const contact = contactId !== null && people.includes(contactId) ? contactId : people[0];
      return contact === undefined ? [] : [[id, contact]];
    }),
  );
}

function current(now: Date) {
  return { since: { lte: now }, OR: [{ until: null }, { until: { gt: now } }], person: { leftAt: null } };
}

/** The actor is not told of their own act. */
export function tellPeople(
  { actor, tell }: Pick<ToolContext, 'actor' | 'tell'>,
  people: Iterable<string | null>,
  notice: { readonly key: string; readonly text: string; readonly offers: readonly Offer[] },
): void {
  for (const personId of new Set(people))
    if (personId !== null && personId !== actor.personId) tell({ personId, ...notice });
}
