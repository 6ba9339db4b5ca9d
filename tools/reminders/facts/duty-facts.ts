/** Open duties of departments: catalog updates, projects with their dates, rectifications. */
import type { Db } from '#tools/tool-context.ts';
import { milestonesOf } from '../project-plan.ts';
import type { DutyFact } from './facts.ts';
import type { Ids } from './load-facts.ts';
import { clocksOf } from './stored-clocks.ts';

export async function dutyFacts(db: Db, ids: Ids): Promise<readonly DutyFact[]> {
  const rows = await db.duty.findMany({
    where: { state: 'open', ...(ids !== null && { id: { in: [...ids] } }) },
    include: { department: { select: { name: true } }, deadlineEvents: { orderBy: [{ at: 'asc' }, { id: 'asc' }] } },
    orderBy: { number: 'asc' },
  });
  return rows.map((duty) => ({
    id: duty.id,
    number: duty.number,
    kind: duty.kind,
    departmentId: duty.departmentId,
    departmentName: duty.department.name,
    title: duty.title,
    occurredOn: duty.occurredOn,
    dueOn: duty.dueOn,
    openedAt: duty.openedAt,
    openedById: duty.openedById,
    clocks: clocksOf(duty.deadlineEvents),
    milestones: duty.kind === 'project' ? milestonesOf(duty.detail) : [],
  }));
}
