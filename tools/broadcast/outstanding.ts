/** What each department still has to answer, with its last day: the personal part of a broadcast, and who is overdue. */
import { printDay } from '#tools/deadlines/print-day.ts';
import type { Offer } from '#tools/notice.ts';
import { cityCalendar } from '#tools/requests/city-calendar.ts';
import { awaitsAnswer } from '#tools/requests/lifecycle.ts';
import { nextSteps } from '#tools/requests/next-steps.ts';
import { isOverdue, runningClock } from '#tools/requests/request-clock.ts';
import { entryNameOf, requestInclude } from '#tools/requests/request-row.ts';
import { kindNames } from '#tools/requests/stage-names.ts';
import type { Db } from '#tools/tool-context.ts';

export interface Outstanding {
  readonly requestId: string;
  readonly number: number;
  readonly overdue: boolean;
  readonly dueOn: string;
  /** One line of plain Chinese. */
  readonly text: string;
  /** Answers it, once the person has confirmed. */
  readonly offer: Offer;
}

/** By department, the longest due first. */
export async function outstandingAnswers(db: Db, now: Date): Promise<ReadonlyMap<string, readonly Outstanding[]>> {
  const calendar = await cityCalendar(db);
  const rows = await db.request.findMany({
    where: { state: { in: ['submitted', 'supplement_asked', 'supplied'] } },
    include: requestInclude,
  });
  const byDepartment = new Map<string, Outstanding[]>();
  for (const row of rows) {
    const clock = runningClock(row, { calendar, now });
    const [step] = nextSteps(row, 'provider', isOverdue(clock));
    if (!awaitsAnswer(row.state) || clock === null || !step) continue;
    const due = clock.remindBy;
    const overdue = isOverdue(clock);
    const items = byDepartment.get(row.providerDepartmentId) ?? [];
    items.push({
      requestId: row.id,
      number: row.number,
      overdue,
      dueOn: due,
      text: `#${row.number} ${entryNameOf(row)}(${kindNames[row.kind]}),应于${printDay(due)}前答复${overdue ? ',已超期' : ''}`,
      offer: { title: `答复 #${row.number}`, tool: step.tool, fields: { requestId: row.id } },
    });
    byDepartment.set(row.providerDepartmentId, items);
  }
  for (const items of byDepartment.values())
    items.sort((a, b) => a.dueOn.localeCompare(b.dueOn) || a.number - b.number);
  return byDepartment;
}
