/** One message taken apart before it is decided what it asks: its days, its limits, and the day it calls today. */
import type { Calendar } from '../calendar/calendar.ts';
import type { IsoDate } from '../iso-date.ts';
import type { AskBack, AskReason, SaidDay } from './date-question.ts';
import { findDays } from './find-days.ts';
import { type FoundLimits, findLimits } from './find-limits.ts';
import type { DayContext, DayMention } from './said-day.ts';

/** What one message says, before it is decided what it asks. */
export interface Said {
  readonly text: string;
  readonly mentions: readonly DayMention[];
  readonly statedToday: IsoDate | null;
  /** The day stated, or the real one. */
  readonly today: IsoDate;
  readonly limits: FoundLimits | null;
}

/** Words such as 昨天 or 下周 place themselves and say nothing of the other days. */
function tenseOf(text: string): DayContext['tense'] {
  if (/的话|如果|假如|假设|要是|倘若|打算|准备|计划|想在|想赶|将在|将于/.test(text)) return 'future';
  if (
    /(?:收到|接到|提交|递交|报送?|变|改|修订|修改|调整|同意|印发|提|来|收|批)[^,。到]{0,2}[了过](?!吗)|已经?(?=收|接|提|经|超|过)|过了|超期|逾期|还剩/.test(
      text,
    )
  )
    return 'past';
  return null;
}

/** @param text folded */
export function sayOf(text: string, today: IsoDate, calendar: Calendar): Said {
  const { mentions, statedToday } = findDays(
    text,
    { today, tense: tenseOf(text), received: /[收接]/.test(text) },
    calendar,
  );
  return { text, mentions, statedToday, today: statedToday ?? today, limits: findLimits(text) };
}

/** A question back. */
export function askBack(
  { statedToday, limits }: Pick<Said, 'statedToday' | 'limits'>,
  reason: AskReason,
  words: string,
): AskBack {
  return { kind: 'ask', reason, words, limits: limits?.limits ?? [], statedToday };
}

/** Either the day, or the question back that the mention calls for. */
export function settle(mention: DayMention, said: Pick<Said, 'statedToday' | 'limits'>): SaidDay | AskBack {
  const { reading, words } = mention;
  if (reading.kind === 'unclear') return askBack(said, reading.why, words);
  return { days: reading.days, words, assumed: reading.assumed };
}
