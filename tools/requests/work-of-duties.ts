/** A department's open duties with their clocks (catalog updates of Art. 16) or the date somebody gave. */
import { changshaDay } from '#tools/deadlines/changsha-day.ts';
import { printDay } from '#tools/deadlines/print-day.ts';
import type { LookContext } from '#tools/tool-context.ts';
import { cityCalendar } from './city-calendar.ts';
import { runningClock } from './request-clock.ts';
import { clockText } from './request-words.ts';
import { clockFacts, type WorkItem } from './work-item.ts';

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
    const dated = clock === null && duty.dueOn !== null;
    const overdue = dated && (duty.dueOn ?? '') < today;
    const mine = departments.includes(duty.departmentId);
    const facts = clock ? clockFacts(clock) : { dueOn: duty.dueOn, overdue, provisional: false };
    // Of other departments the bureau sees what is late.
    if (!mine && !facts.overdue) return [];
    const when = clock ? clockText(clock) : dated ? `最晚${printDay(duty.dueOn ?? '')}${overdue ? ',已超期' : ''}` : '';
    return [
      {
        kind: 'duty',
        requestId: null,
        number: null,
        ...facts,
        text: [`${mine ? '待办' : '超期未办'}:${duty.title}(${duty.department.name})`, when]
          .filter((line) => line !== '')
          .join('\n'),
        offers: [],
      },
    ];
  });
}
