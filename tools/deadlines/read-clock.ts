/** Reads a statutory clock: from its limit, its events, the calendar and the day, the due dates with all that explains them. */
import { Refusal } from '#tools/refusal.ts';

import type { Calendar } from './calendar/calendar.ts';
import { changshaDay } from './changsha-day.ts';
import type { ClockEvent } from './clock-event.ts';
import { type Count, countForward, workingDaysBetween } from './count-days.ts';
import type { IsoDate } from './iso-date.ts';
import type { Limit, LimitRule } from './limit.ts';
import { checkGiven, replayEvents } from './replay-events.ts';
import { type Standing, standingOf } from './standing.ts';

export type RuleLevel = 'municipal' | 'higher';

export interface RuleReading {
  readonly level: RuleLevel;
  readonly rule: LimitRule;
  /** Working days, extension included. */
  readonly days: number;
  readonly extendedBy: number;
  readonly due: IsoDate;
  /** The receipt: each day counted, each skipped with its reason. */
  readonly count: Count;
  readonly standing: Standing;
  readonly provisional: boolean;
  /** The rule was law on the day it started. */
  readonly inForce: boolean;
  /** The due date lies after the rule's own last day. */
  readonly dueAfterExpiry: boolean;
}

export interface ClockReading {
  readonly limit: Limit;
  readonly startedOn: IsoDate;
  readonly endedOn: IsoDate | null;
  readonly today: IsoDate;
  /** Null where the city's rule sets no number. */
  readonly municipal: RuleReading | null;
  /** Null where higher law sets none, or none yet on the day it started. */
  readonly higher: RuleReading | null;
  /** The one whose date people are reminded by. */
  readonly governing: RuleReading;
  /** `governing.due` */
  readonly remindBy: IsoDate;
  readonly standing: Standing;
  readonly provisional: boolean;
  /** Working days from the first one after the start up to today. */
  readonly gone: number;
}

export interface ClockInput {
  readonly limit: Limit;
  /** In order; the first is `started`. */
  readonly events: readonly ClockEvent[];
  readonly calendar: Calendar;
  readonly now: Date;
  /** They stand in the store and were checked when they were written; default: they are checked now. */
  readonly settled?: boolean;
}

function inForceOn({ inForceFrom, inForceTo }: LimitRule, day: IsoDate): boolean {
  return day >= inForceFrom && (inForceTo === null || day <= inForceTo);
}

function readRule(
  level: RuleLevel,
  rule: LimitRule,
  { events, calendar, settled }: ClockInput,
  today: IsoDate,
): RuleReading {
  const { startedOn, extendedBy, pauses, stoppedSince, endedOn } = replayEvents(events, rule, calendar, today, settled);
  const days = rule.days + extendedBy;
  const count = countForward(startedOn, days, calendar, pauses);
  const { due, provisional } = count;
  return {
    level,
    rule,
    days,
    extendedBy,
    due,
    count,
    standing: standingOf(due, today, calendar, { endedOn, stoppedSince, pauses }),
    provisional,
    inForce: inForceOn(rule, startedOn),
    dueAfterExpiry: rule.inForceTo !== null && due > rule.inForceTo,
  };
}

/** An extension under higher law displaces the city's date (Art. 3: 有相关法律、法规、规章规定的,从其规定); else the earlier date counts. */
function governingOf(municipal: RuleReading | null, higher: RuleReading | null): RuleReading | null {
  if (!municipal || !higher) return municipal ?? higher;
  if (higher.extendedBy > 0) return higher;
  return higher.due < municipal.due ? higher : municipal;
}

/**
 * @throws Refusal for an event no instrument gives (see replay-events.ts), or LIMIT_NOT_IN_FORCE when nothing set a
 * number of days on the day it started
 */
export function readClock(input: ClockInput): ClockReading {
  const { limit, events, calendar } = input;
  const today = changshaDay(input.now);
  const startedOn = events[0]?.on ?? '';
  const higherRule = limit.higher && inForceOn(limit.higher, startedOn) ? limit.higher : null;
  if (!input.settled)
    checkGiven(
      events,
      [limit.municipal, higherRule].filter((rule) => rule !== null),
    );
  const municipal = limit.municipal && readRule('municipal', limit.municipal, input, today);
  const higher = higherRule && readRule('higher', higherRule, input, today);
  const governing = governingOf(municipal, higher);
  if (!governing)
    throw new Refusal('LIMIT_NOT_IN_FORCE', `${startedOn}时还没有关于“${limit.title}”的期限规定。`, {
      remedy: `相关规定自${limit.higher?.inForceFrom ?? ''}起施行。`,
    });
  const last = events.at(-1);
  const endedOn = last?.kind === 'ended' ? last.on : null;
  return {
    limit,
    startedOn,
    endedOn,
    today,
    municipal,
    higher,
    governing,
    remindBy: governing.due,
    standing: governing.standing,
    provisional: governing.provisional || (municipal?.provisional ?? false),
    gone: workingDaysBetween(startedOn, endedOn !== null && endedOn < today ? endedOn : today, calendar),
  };
}
