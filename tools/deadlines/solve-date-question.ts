/** Works out a date question with the clock: due dates and their receipts, the latest start, or what has to be asked back after all. */
import { type Calendar, isPublished } from './calendar/calendar.ts';
import { changshaDay } from './changsha-day.ts';
import type { ClockEvent } from './clock-event.ts';
import { countForward } from './count-days.ts';
import type { DateSolution, DueSolution } from './date-solution.ts';
import type { IsoDate } from './iso-date.ts';
import { latestStart } from './latest-start.ts';
import type { Limit, LimitRule } from './limit.ts';
import { limitOf } from './limit-of.ts';
import { type ClockReading, readClock } from './read-clock.ts';
import type {
  AskBack,
  DateQuestion,
  DueQuestion,
  LatestStartQuestion,
  PlainCountQuestion,
  SaidDay,
} from './words/date-question.ts';
import { comingBlock } from './words/festivals.ts';

export interface DateRules {
  readonly limits: readonly Limit[];
  readonly calendar: Calendar;
  readonly now: Date;
}

const ask = (question: AskBack): DateSolution => ({ kind: 'ask', question });

function askBack(question: DateQuestion, reason: AskBack['reason'], words: string): AskBack {
  const limits = 'limits' in question && reason !== 'which_request' ? question.limits : [];
  return { kind: 'ask', reason, words, limits, statedToday: question.statedToday };
}

/** One value for every day it may be, or the question back. */
function agreed<T>(
  { days, words }: SaidDay,
  question: DateQuestion,
  of: (day: IsoDate) => T,
  same: (value: T) => string,
): T | AskBack {
  const values = days.map(of);
  const last = values.at(-1);
  if (last === undefined || values.some((value) => same(value) !== same(last)))
    return askBack(question, 'which_day', words);
  return last;
}

const isAskBack = (value: object): value is AskBack => 'reason' in value;

const ruleOf = ({ municipal, higher }: Limit): LimitRule | null => municipal ?? higher;

/** The date with the longest extension an instrument gives. */
export function extendedDue(reading: ClockReading, calendar: Calendar): DueSolution['extended'] {
  const rule = reading.higher?.rule ?? reading.municipal?.rule;
  if (!rule?.extension) return null;
  const days = rule.days + rule.extension.days;
  const { due, provisional } = countForward(reading.startedOn, days, calendar);
  return { rule, days: rule.extension.days, due, provisional };
}

function solveDue(question: DueQuestion, { limits, calendar, now }: DateRules): DateSolution {
  const { from, done, statedToday } = question;
  const at = statedToday === null ? now : new Date(`${statedToday}T12:00:00+08:00`);
  const [ended] = done?.days ?? [];
  const asked = question.limits.map((id) => limitOf(limits, id));
  const [earliest] = from.days;
  const bare = asked.find(({ municipal, higher }) => !municipal && (earliest ?? '') < (higher?.inForceFrom ?? ''));
  if (bare) return { kind: 'no_rule', limit: bare, from: earliest ?? '' };
  const read = (day: IsoDate): readonly ClockReading[] =>
    asked.map((limit) => {
      const events: ClockEvent[] = [{ kind: 'started', on: day }];
      if (ended !== undefined && ended >= day) events.push({ kind: 'ended', on: ended, reason: '办结' });
      return readClock({ limit, events, calendar, now: at });
    });
  const readings = agreed(from, question, read, (values) =>
    values.map(({ remindBy, municipal }) => municipal?.due ?? remindBy).join(),
  );
  if (isAskBack(readings)) return ask(readings);
  const [first, ...others] = readings;
  if (!first) return ask(askBack(question, 'which_request', ''));
  // 申请 may be for sharing or opening: as long as both give one date nothing has to be asked.
  const date = ({ municipal, remindBy }: ClockReading): IsoDate => municipal?.due ?? remindBy;
  if (others.some((other) => date(other) !== date(first))) return ask(askBack(question, 'which_request', ''));
  const extended = question.extension
    ? (readings.flatMap((reading) => extendedDue(reading, calendar) ?? [])[0] ?? null)
    : null;
  return { kind: 'due', question, from: first.startedOn, readings: [first, ...others], extended };
}

function solveLatest(question: LatestStartQuestion, { limits, calendar, now }: DateRules): DateSolution {
  const { target, statedToday } = question;
  const [limit, ...others] = question.limits.map((id) => limitOf(limits, id));
  const rule = limit && ruleOf(limit);
  if (!limit || !rule || others.some((other) => ruleOf(other)?.days !== rule.days))
    return ask(askBack(question, 'which_request', ''));
  const found = agreed(
    target,
    question,
    (day) => ({ day, start: latestStart(day, rule.days, calendar) }),
    ({ start }) => start.latest,
  );
  if (isAskBack(found)) return ask(found);
  const { day, start } = found;
  const today = statedToday ?? changshaDay(now);
  return {
    kind: 'latest_start',
    question,
    target: day,
    limits: [limit, ...others],
    rule,
    start,
    past: start.latest < today,
  };
}

function solvePlain(question: PlainCountQuestion, { calendar }: DateRules): DateSolution {
  const { days, backwards, from } = question;
  const found = agreed(
    from,
    question,
    (day) => {
      if (!backwards) {
        const count = countForward(day, days, calendar);
        return { day, result: count.due, count };
      }
      const { latest, count } = latestStart(day, days, calendar);
      return { day, result: latest, count };
    },
    ({ result }) => result,
  );
  if (isAskBack(found)) return ask(found);
  return { kind: 'plain_count', question, from: found.day, result: found.result, count: found.count };
}

export function solveDateQuestion(question: DateQuestion, rules: DateRules): DateSolution {
  switch (question.kind) {
    case 'ask':
      return ask(question);
    case 'due':
      return solveDue(question, rules);
    case 'latest_start':
      return solveLatest(question, rules);
    case 'plain_count':
      return solvePlain(question, rules);
    case 'what_counts': {
      const today = question.statedToday ?? changshaDay(rules.now);
      const block = question.festival && comingBlock(question.festival, today, rules.calendar);
      return { kind: 'what_counts', question, today, block };
    }
    case 'day_kind': {
      const { calendar } = rules;
      const day = agreed(
        question.day,
        question,
        (date) => ({ date, day: calendar.dayKind(date) }),
        ({ day: { kind } }) => kind,
      );
      if (isAskBack(day)) return ask(day);
      return { kind: 'day_kind', question, ...day, published: isPublished(calendar, day.date) };
    }
  }
}
