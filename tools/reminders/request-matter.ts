/** A request whose clock runs, as the matter of a rule: whose it is, until when, and the ladder towards that day. */
import type { Calendar } from '#tools/deadlines/calendar/calendar.ts';
import type { Offer } from '#tools/notice.ts';
import { clockOf } from './clock-of.ts';
import { dueLadder } from './due-ladder.ts';
import type { RequestFact } from './facts/facts.ts';
import type { Matter } from './matter.ts';
import { lookAtRequest, requestName } from './request-name.ts';

/** How one rule differs from another. */
export interface RequestMatterWords {
  /** Between the request's name and what its clock asks for, e.g. `等待`. */
  readonly standing: string;
  readonly act: Offer;
}

/** None while no clock of the request runs. */
export function requestMatter(
  request: RequestFact,
  { standing, act }: RequestMatterWords,
  calendar: Calendar,
  now: Date,
): readonly Matter[] {
  const clock = request.clocks.map((one) => clockOf(one, calendar, now)).find((one) => one !== null);
  if (!clock) return [];
  return [
    {
      subjectKind: 'request',
      subjectId: request.id,
      round: `${clock.limit}.${clock.extensions}`,
      since: clock.since,
      departmentId: request.providerDepartmentId,
      personId: request.handlerId,
      what: `${requestName(request)}${standing}${request.providerName}${clock.does}`,
      article: clock.article,
      until: clock.due,
      binding: true,
      provisional: clock.provisional,
      offers: [act, lookAtRequest(request)],
      steps: dueLadder(clock.due, clock.startedOn, calendar),
    },
  ];
}
