/** What a date question comes to, with all that explains it. */
import type { Block } from './words/festivals.ts';
import type { DayKind } from './calendar/calendar.ts';
import type { Count } from './count-days.ts';
import type { IsoDate } from './iso-date.ts';
import type { LatestStart } from './latest-start.ts';
import type { Limit, LimitRule } from './limit.ts';
import type { ClockReading } from './read-clock.ts';
import type {
  AskBack,
  DayKindQuestion,
  DueQuestion,
  LatestStartQuestion,
  PlainCountQuestion,
  WhatCountsQuestion,
} from './words/date-question.ts';

export interface DueSolution {
  readonly kind: 'due';
  readonly question: DueQuestion;
  readonly from: IsoDate;
  /** One a limit; where several fit, all with the same due date. */
  readonly readings: readonly [ClockReading, ...ClockReading[]];
  /** The date with the longest extension that an instrument gives; null where none is asked or given. */
  readonly extended: {
    readonly rule: LimitRule;
    readonly days: number;
    readonly due: IsoDate;
    readonly provisional: boolean;
  } | null;
}

export interface LatestStartSolution {
  readonly kind: 'latest_start';
  readonly question: LatestStartQuestion;
  readonly target: IsoDate;
  readonly limits: readonly [Limit, ...Limit[]];
  readonly rule: LimitRule;
  readonly start: LatestStart;
  /** The latest start lies before today. */
  readonly past: boolean;
}

export interface PlainCountSolution {
  readonly kind: 'plain_count';
  readonly question: PlainCountQuestion;
  readonly from: IsoDate;
  /** The day asked for. */
  readonly result: IsoDate;
  readonly count: Count;
}

export interface WhatCountsSolution {
  readonly kind: 'what_counts';
  readonly question: WhatCountsQuestion;
  readonly today: IsoDate;
  /** The holiday's next days off; null when its year has no notice yet or none is named. */
  readonly block: Block | null;
}

export interface DayKindSolution {
  readonly kind: 'day_kind';
  readonly question: DayKindQuestion;
  readonly date: IsoDate;
  readonly day: DayKind;
  readonly published: boolean;
}

export type DateSolution =
  | DueSolution
  | LatestStartSolution
  | PlainCountSolution
  | WhatCountsSolution
  | DayKindSolution
  /** No rule set a number of working days on the day it began. */
  | { readonly kind: 'no_rule'; readonly limit: Limit; readonly from: IsoDate }
  | { readonly kind: 'ask'; readonly question: AskBack };

/** The one date a solution comes to: the city's where it has one; null where it comes to none. */
export function dateOfSolution(solution: DateSolution): IsoDate | null {
  switch (solution.kind) {
    case 'due': {
      const [{ municipal, remindBy }] = solution.readings;
      return municipal?.due ?? remindBy;
    }
    case 'latest_start':
      return solution.start.latest;
    case 'plain_count':
      return solution.result;
    case 'what_counts':
    case 'day_kind':
    case 'no_rule':
    case 'ask':
      return null;
  }
}
