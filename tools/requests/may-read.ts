/** Whose thing a request is for somebody who only looks: either side's, whichever is theirs. */
import type { Touched } from '#tools/tool.ts';
import type { LookContext } from '#tools/tool-context.ts';
import { loadRequest } from './request-row.ts';

export async function mayRead(requestId: string, { actor, db }: LookContext): Promise<Touched> {
  const { requesterDepartmentId, providerDepartmentId, requesterId } = await loadRequest(db, requestId);
  const departments = actor.memberships.flatMap(({ departmentId }) => departmentId ?? []);
  if (requesterDepartmentId === null && requesterId === actor.personId) return { personId: requesterId };
  if (requesterDepartmentId !== null && departments.includes(requesterDepartmentId))
    return { departmentId: requesterDepartmentId };
  return { departmentId: providerDepartmentId };
}
