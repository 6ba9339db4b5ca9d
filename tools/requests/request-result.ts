/** What a tool of this folder gives back about a request: where it stands now, in words and with what can be done next. */
import { z } from 'zod';
import type { Actor } from '#tools/people/actor.ts';
import type { LookContext } from '#tools/tool-context.ts';
import { cityCalendar } from './city-calendar.ts';
import { stages } from './lifecycle.ts';
import { type Parties, sideOf } from './live.ts';
import type { Side } from './lifecycle.ts';
import { nextSteps } from './next-steps.ts';
import { isOverdue, runningClock } from './request-clock.ts';
import type { RequestRow } from './request-row.ts';
import { statusText } from './request-words.ts';

export const offersSchema = z.array(
  z.object({ title: z.string(), tool: z.string(), fields: z.record(z.string(), z.unknown()) }),
);

export const requestResult = z.object({
  requestId: z.string(),
  number: z.number().int(),
  stage: z.enum(stages),
  /** The last day people are reminded by; null when no clock runs. */
  dueOn: z.string().nullable(),
  overdue: z.boolean(),
  /** Plain Chinese, complete in itself. */
  text: z.string(),
  offers: offersSchema,
});
export type RequestResult = z.infer<typeof requestResult>;

/** @param lead sentences before the status, e.g. what was just done */
export async function resultOf(
  row: RequestRow,
  { actor, db, now }: LookContext,
  lead: readonly string[] = [],
): Promise<RequestResult> {
  const clock = runningClock(row, { calendar: await cityCalendar(db), now });
  const overdue = isOverdue(clock);
  return {
    requestId: row.id,
    number: row.number,
    stage: row.state,
    dueOn: clock?.remindBy ?? null,
    overdue,
    text: [...lead, statusText(row, clock)].join('\n'),
    offers: nextSteps(row, sideOfActor(row, actor), overdue).map((offer) => ({
      ...offer,
      fields: { ...offer.fields },
    })),
  };
}

/** The side somebody stands on, whichever of their departments it is for; the bureau on its own where it is no party. */
export function sideOfActor(parties: Parties, { personId, memberships }: Actor): Side | null {
  if (personId === null) return null;
  const sides = memberships.map(({ departmentId }) => sideOf({ parties }, { actorId: personId, departmentId }));
  const own = sides.find((side) => side === 'provider') ?? sides.find((side) => side === 'requester');
  return own ?? (memberships.some(({ role }) => role === 'bureau') ? 'bureau' : null);
}
