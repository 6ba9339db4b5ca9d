/** Tells the other side what happened to a request, once per event, with what they can do about it. */
import type { ToolContext } from '#tools/tool-context.ts';
import { cityCalendar } from './city-calendar.ts';
import type { Side } from './lifecycle.ts';
import { nextSteps } from './next-steps.ts';
import { bureauPeople, departmentPeople, requesterPeople } from './people-to-tell.ts';
import { isOverdue, runningClock } from './request-clock.ts';
import { requestNotice } from './request-notice.ts';
import type { RequestRow } from './request-row.ts';

/** @param to the side told; the actor is not told of their own act */
export async function tellAbout(
  row: RequestRow,
  to: Exclude<Side, 'assistant'>,
  said: string,
  { db, now, actor, tell }: ToolContext,
): Promise<void> {
  const clock = runningClock(row, { calendar: await cityCalendar(db), now });
  const people =
    to === 'provider'
      ? await departmentPeople(db, row.providerDepartmentId, now)
      : to === 'bureau'
        ? await bureauPeople(db, now)
        : await requesterPeople(db, row, now);
  // Who has to answer sees what was asked for, and why the last day is that day.
  const { text, card } = requestNotice(row, to, said, clock);
  const offers =
    to === 'bureau'
      ? [
          ...nextSteps(row, to, isOverdue(clock)),
          { title: '查看', tool: 'show-request', fields: { requestId: row.id } },
        ]
      : nextSteps(row, to, isOverdue(clock));
  for (const personId of people)
    if (personId !== actor.personId)
      tell({ personId, key: `request:${row.id}:${row.events.length}:${to}`, text, card, offers });
}
