/** Who hears of what happens to a request: the provider's officers and leads, the bureau, or whoever asked. */
import type { Role } from '#prisma/generated/enums.ts';
import type { Db } from '#tools/tool-context.ts';

async function current(db: Db, now: Date, where: { departmentId?: string; role: { in: Role[] } }): Promise<string[]> {
  const rows = await db.membership.findMany({
    where: { ...where, since: { lte: now }, OR: [{ until: null }, { until: { gt: now } }], person: { leftAt: null } },
    select: { personId: true },
  });
  return [...new Set(rows.map(({ personId }) => personId))].toSorted();
}

/** Officers and leads; bureau staff where the bureau itself provides. */
export async function departmentPeople(db: Db, departmentId: string, now: Date): Promise<readonly string[]> {
  return await current(db, now, { departmentId, role: { in: ['officer', 'lead', 'bureau'] } });
}

export async function bureauPeople(db: Db, now: Date): Promise<readonly string[]> {
  return await current(db, now, { role: { in: ['bureau'] } });
}

/** The person who filed it; their department's people once they have left the roster. */
export async function requesterPeople(
  db: Db,
  {
    requesterId,
    requesterDepartmentId,
  }: { readonly requesterId: string; readonly requesterDepartmentId: string | null },
  now: Date,
): Promise<readonly string[]> {
  const person = await db.person.findUnique({ where: { id: requesterId }, select: { leftAt: true } });
  if (person && person.leftAt === null) return [requesterId];
  return requesterDepartmentId === null ? [] : await departmentPeople(db, requesterDepartmentId, now);
}

/** The person a department names as its contact; nobody when there is none or they have left. */
export async function contactOf(db: Db, departmentId: string): Promise<readonly string[]> {
  const department = await db.department.findUnique({
    where: { id: departmentId },
    select: { contact: { select: { id: true, leftAt: true } } },
  });
  const contact = department?.contact;
  return contact && contact.leftAt === null ? [contact.id] : [];
}
