/** A department's open duties with their clocks (catalog updates of Art. 16) or the date somebody gave. */
import type { DutyKind } from '#prisma/generated/enums.ts';
import { changshaDay } from '#tools/deadlines/changsha-day.ts';
import { printDay } from '#tools/deadlines/print-day.ts';
import type { Milestone } from '#tools/reminders/facts/facts.ts';
import { milestonesOf } from '#tools/reminders/project-plan.ts';
import type { LookContext } from '#tools/tool-context.ts';
import { cityCalendar } from './city-calendar.ts';
import { runningClock } from './request-clock.ts';
import { clockText } from './request-words.ts';
import { clockFacts, type WorkItem } from './work-item.ts';

function nextMilestone(detail: unknown): Milestone | null {
  const [next] = milestonesOf(detail)
    .filter(({ done }) => !done)
    .toSorted((a, b) => a.on.localeCompare(b.on));
  return next ?? null;
}

/** How it is reported done. */
function offersFor(
  { kind, number }: { readonly kind: DutyKind; readonly number: number },
  next: Milestone | null,
): WorkItem['offers'] {
  switch (kind) {
    case 'catalog_update':
      return [{ title: `备案 #${number}`, tool: 'report-catalog-update', fields: { number } }];
    case 'rectification':
      return [{ title: `报告整改 #${number}`, tool: 'report-rectification', fields: { number } }];
    case 'project':
      return next === null
        ? []
        : [
            {
              title: `登记完成 #${number}`,
              tool: 'report-project-milestone',
              fields: { number, milestone: next.name },
            },
          ];
  }
}

export async function workOfDuties({ actor, db, now }: LookContext): Promise<readonly WorkItem[]> {
  const bureau = actor.memberships.some(({ role }) => role === 'bureau');
  const departments = actor.memberships.flatMap(({ departmentId }) => departmentId ?? []);
  const rows = await db.duty.findMany({
    where: { state: 'open', ...(!bureau && { departmentId: { in: departments } }) },
    include: { department: { select: { name: true } }, deadlineEvents: { orderBy: [{ at: 'asc' }, { id: 'asc' }] } },
  });
  const calendar = await cityCalendar(db);
  const today = changshaDay(now);
  return rows.flatMap((duty): WorkItem[] => {
    const clock = runningClock(duty, { calendar, now });
    const next = duty.kind === 'project' ? nextMilestone(duty.detail) : null;
    const dueOn = clock === null ? (duty.dueOn ?? next?.on ?? null) : null;
    const overdue = dueOn !== null && dueOn < today;
    const mine = departments.includes(duty.departmentId);
    const facts = clock ? clockFacts(clock) : { dueOn, overdue, provisional: false };
    // Of other departments the bureau sees what is late.
    if (!mine && !facts.overdue) return [];
    const what = next === null ? '' : `${next.name}:`;
    const dated = dueOn === null ? '' : `${what}最晚${printDay(dueOn)}${overdue ? ',已超期' : ''}`;
    const when = clock ? clockText(clock) : dated;
    return [
      {
        kind: 'duty',
        requestId: null,
        number: null,
        ...facts,
        text: [`${mine ? '待办' : '超期未办'}:#${duty.number} ${duty.title}(${duty.department.name})`, when]
          .filter((line) => line !== '')
          .join('\n'),
        offers: mine ? offersFor(duty, next) : [],
      },
    ];
  });
}
