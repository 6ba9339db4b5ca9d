/** Moves a day that was said without its year or month to the side of today where the field looks for it. */
import { fromNumeral } from '#knowledge/citations/chinese-numeral.ts';
import { addDays, dayOfMonth, isoDate, type IsoDate, monthOf, yearOf } from '#tools/deadlines/iso-date.ts';
import { type DayMention, type DayReading, oneDay } from '#tools/deadlines/words/said-day.ts';

/** @returns the reading as it was when it names its year or lies on the right side already */
export function onItsSide(
  { words, reading }: DayMention,
  tense: 'past' | 'future' | undefined,
  today: IsoDate,
): DayReading {
  if (tense === undefined) return reading;
  const rightSide = (day: IsoDate): boolean => (tense === 'future' ? day >= today : day <= today);
  const step = tense === 'future' ? 1 : -1;
  if (reading.kind === 'unclear') {
    if (reading.why !== 'which_year') return reading;
    const [, month, day] = /^(.{1,3})月(.{1,3}?)[日号]?$/u.exec(words) ?? [];
    const years = [0, step].flatMap((more) =>
      dayOf(yearOf(today) + more, fromNumeral(month ?? ''), fromNumeral(day ?? '')),
    );
    const found = years.find(rightSide);
    return found === undefined ? reading : oneDay(found, true);
  }
  const [day] = reading.days;
  if (!reading.assumed || day === undefined || reading.days.length > 1 || rightSide(day)) return reading;
  if (words.includes('月')) return moved(yearOf(day) + step, monthOf(day), dayOfMonth(day), reading);
  if (/周|星期|礼拜/u.test(words)) return oneDay(addDays(day, 7 * step), true);
  const month = yearOf(day) * 12 + monthOf(day) - 1 + step;
  return moved(Math.floor(month / 12), (month % 12) + 1, dayOfMonth(day), reading);
}

function moved(year: number, month: number, day: number, otherwise: DayReading): DayReading {
  const date = isoDate(year, month, day);
  return date === undefined ? otherwise : oneDay(date, true);
}

function dayOf(year: number, month: number | undefined, day: number | undefined): readonly IsoDate[] {
  const date = month === undefined || day === undefined ? undefined : isoDate(year, month, day);
  return date === undefined ? [] : [date];
}
