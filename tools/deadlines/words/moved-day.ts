/** Reads a day that is told by the one spoken of before: 晚一天, 早两天, 那要是周六呢, the 25号 of that month. */
import { fromNumeral } from '#knowledge/citations/chinese-numeral.ts';

import { addDays, isoDate, type IsoDate, monthOf, weekdayOf, yearOf } from '../iso-date.ts';
import type { SaidDay } from './date-question.ts';
import type { DayMention } from './said-day.ts';

const shift =
  /(?<way>晚|迟|推迟|往?后|延后|早|提前|往?前)(?:上|个|推|收)?(?<n>\d{1,2}|[一两二三四五六七八九十]{1,2})个?(?<unit>天|日|周|星期)(?!前|后)/;
/** 晚两天答复 moves the answer, not the receipt. */
const ofTheAnswer = /[答回]复|办[结完理]|反馈|能不能|可不可以|可以|行不行|超期|逾期/;

/** 25号 without its month */
export const isBareDay = (words: string): boolean => /^[^月]{1,3}[日号]$/.test(words);

/** 晚一天收到呢: the earlier day, moved. */
export function movedDay(text: string, from: SaidDay): SaidDay | null {
  const match = shift.exec(text);
  const [day, ...others] = from.days;
  if (!match || day === undefined || others.length > 0 || ofTheAnswer.test(text)) return null;
  const { way = '', n = '', unit = '' } = match.groups ?? {};
  const days = (fromNumeral(n) ?? 0) * (/[天日]/.test(unit) ? 1 : 7);
  if (days === 0) return null;
  return { days: [addDays(day, /早|前/.test(way) ? -days : days)], words: match[0], assumed: true };
}

/** A weekday or a bare day is one of the week or month spoken of. */
export function dayBeside(before: IsoDate, { words, form }: DayMention): SaidDay | null {
  const weekday = form === 'weekday' ? /^(?:周|星期)([一二三四五六日天])$/.exec(words)?.[1] : undefined;
  if (weekday !== undefined) {
    const wanted = '一二三四五六日'.indexOf(weekday === '天' ? '日' : weekday) + 1;
    return { days: [addDays(before, wanted - weekdayOf(before))], words, assumed: true };
  }
  const number = isBareDay(words) ? fromNumeral(words.slice(0, -1)) : undefined;
  const date = number === undefined ? undefined : isoDate(yearOf(before), monthOf(before), number);
  return date === undefined ? null : { days: [date], words, assumed: true };
}
