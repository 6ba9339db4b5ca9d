/** What the answer's clock would be with so many working days more; checked against the instrument that gives an extension. */
import { changshaDay } from '#tools/deadlines/changsha-day.ts';
import type { Limit } from '#tools/deadlines/limit.ts';
import { limitOf } from '#tools/deadlines/limit-of.ts';
import { loadLimits } from '#tools/deadlines/load-limits.ts';
import { type ClockReading, readClock } from '#tools/deadlines/read-clock.ts';
import { Refusal } from '#tools/refusal.ts';
import { lifecycles } from './lifecycles.ts';
import { type Clockwork, clockEvent } from './request-clock.ts';
import type { RequestRow } from './request-row.ts';
import type { Extension } from './write-event.ts';

/** The answer's limit of a request. */
export function answerLimitOf({ kind }: Pick<RequestRow, 'kind'>): Limit {
  return limitOf(loadLimits(), lifecycles[kind].answerLimit);
}

/**
 * @throws Refusal EXTENSION_NOT_GIVEN, EXTENSION_TOO_LONG or EXTENSION_TOO_LATE; consent and notice are those of the
 * caller, who gives the one and sends the other
 */
export function extendedClock(
  row: Pick<RequestRow, 'kind' | 'deadlineEvents'>,
  { days, reason }: Extension,
  { calendar, now }: Clockwork,
): ClockReading {
  const limit = answerLimitOf(row);
  if (!limit.municipal?.extension && !limit.higher?.extension) {
    const rule = limit.municipal ?? limit.higher;
    throw new Refusal('EXTENSION_NOT_GIVEN', `“${limit.title}”的期限没有可以延长的规定。`, {
      remedy: '请按原期限办理。',
      article: rule ? rule.clause : null,
    });
  }
  const events = row.deadlineEvents.filter((event) => event.limit === limit.id).map(clockEvent);
  const on = changshaDay(now);
  return readClock({
    limit,
    events: [...events, { kind: 'extended', on, days, reason, consented: true, notified: true }],
    calendar,
    now,
  });
}
