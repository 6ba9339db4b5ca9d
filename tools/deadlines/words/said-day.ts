/** A day as somebody said it: which days it may be, or why it cannot be told. */
import type { IsoDate } from '../iso-date.ts';

export const unclearReasons = [
  /** 上个月, 前几天 */
  'which_day',
  /** Two years are as likely. */
  'which_year',
  /** 2月30日 */
  'no_such_day',
  /** 腊月二十三 */
  'lunar',
  /** 9月25日周四, which is a Friday */
  'mismatch',
  /** A holiday of a year without a notice. */
  'unpublished',
] as const;
export type UnclearReason = (typeof unclearReasons)[number];

export type DayReading =
  | {
      readonly kind: 'days';
      /** One day, or several of which it may be any (国庆放假期间); never empty. */
      readonly days: readonly IsoDate[];
      /** A part of it was ours: the year, the month, the week. */
      readonly assumed: boolean;
    }
  | { readonly kind: 'unclear'; readonly why: UnclearReason };

export interface DayMention {
  /** Place in the folded text. */
  readonly start: number;
  readonly end: number;
  readonly words: string;
  readonly reading: DayReading;
  /** `today` may also mean the moment of asking; `weekday` may belong to a date beside it; `weak`: 刚收到. */
  readonly form: 'date' | 'today' | 'weekday' | 'weak' | 'festival' | 'vague';
}

/** What finding days needs to know besides the words. */
export interface DayContext {
  readonly today: IsoDate;
  /** Words of the message that place it: 收到了 in the past, 如果 in the future, null where nothing does. */
  readonly tense: 'past' | 'future' | null;
  /** It tells of something received, which has mostly happened. */
  readonly received: boolean;
}

export const oneDay = (day: IsoDate, assumed = false): DayReading => ({ kind: 'days', days: [day], assumed });
export const unclear = (why: UnclearReason): DayReading => ({ kind: 'unclear', why });
