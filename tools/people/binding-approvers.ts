/** Who may say yes to a binding request: the department's lead for its officers, the bureau for everybody. */
import type { Db } from '../tool-context.ts';
import type { ActorMembership } from './actor.ts';

export interface WantedBinding {
  readonly departmentId: string;
  readonly role: Exclude<ActorMembership['role'], 'public'>;
}

/** A lead cannot make another lead, and nobody but the bureau can make bureau staff. */
export function leadMayApprove(role: ActorMembership['role']): boolean {
  return role === 'officer';
}

/** Person ids, each once. */
export async function bindingApprovers(db: Db, wanted: WantedBinding, now: Date): Promise<readonly string[]> {
  const inForce = { since: { lte: now }, OR: [{ until: null }, { until: { gt: now } }], person: { leftAt: null } };
  const leads = leadMayApprove(wanted.role)
    ? await db.membership.findMany({
        where: { ...inForce, role: 'lead', departmentId: wanted.departmentId },
        select: { personId: true },
      })
    : [];
  const approvers =
    leads.length > 0
      ? leads
      : await db.membership.findMany({ where: { ...inForce, role: 'bureau' }, select: { personId: true } });
  return [...new Set(approvers.map(({ personId }) => personId))].toSorted();
}
