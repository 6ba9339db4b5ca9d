/** A question about dates as a value: which limit, from or up to which day, and what is asked of it. */
import type { IsoDate } from '../iso-date.ts';
import type { UnclearReason } from './said-day.ts';
import type { WhatCounts } from './what-counts.ts';

export interface SaidDay {
  /** One day, or several of which it may be any; never empty. */
  readonly days: readonly IsoDate[];
  readonly words: string;
  /** The year, month or week was not said and is ours. */
  readonly assumed: boolean;
}

export type AskReason =
  | UnclearReason
  /** Sharing, opening or the catalog? */
  | 'which_request'
  /** A day is said, but not that anything began on it. */
  | 'which_event'
  /** Several days, several requests. */
  | 'several_days'
  /** Whether 从明天开始算 counts the day itself. */
  | 'first_day'
  /** The answer, or the data themselves? */
  | 'answer_or_data';

interface Asked {
  /** The day the message says it is; null: take the real one. */
  readonly statedToday: IsoDate | null;
}

export interface DueQuestion extends Asked {
  readonly kind: 'due';
  /** Ids of the limits table; several only where the words fit several. */
  readonly limits: readonly string[];
  readonly from: SaidDay;
  /** How it stands today is asked too. */
  readonly standing: boolean;
  /** When it was done or would be. */
  readonly done: SaidDay | null;
  /** An extension is asked about. */
  readonly extension: boolean;
  /** What higher law says is asked. */
  readonly higher: boolean;
  /** Supplements to the application are spoken of; no instrument stops the clock for them. */
  readonly supplement: boolean;
}

export interface LatestStartQuestion extends Asked {
  readonly kind: 'latest_start';
  readonly limits: readonly string[];
  readonly target: SaidDay;
}

export interface PlainCountQuestion extends Asked {
  readonly kind: 'plain_count';
  readonly days: number;
  readonly backwards: boolean;
  readonly from: SaidDay;
}

export interface WhatCountsQuestion extends Asked, WhatCounts {
  readonly kind: 'what_counts';
}

/** Whether one day is worked: 10月10日上班吗. */
export interface DayKindQuestion extends Asked {
  readonly kind: 'day_kind';
  readonly day: SaidDay;
}

/** It is a question about dates, and something has to be asked back. */
export interface AskBack extends Asked {
  readonly kind: 'ask';
  readonly reason: AskReason;
  /** The words that could not be told; '' where something is missing. */
  readonly words: string;
  /** The limits it is about, where the words say so. */
  readonly limits: readonly string[];
}

export type DateQuestion =
  DueQuestion | LatestStartQuestion | PlainCountQuestion | WhatCountsQuestion | DayKindQuestion | AskBack;
