/** The public holidays: how people call them, and the run of days off around each in a year. */
import type { Calendar } from '../calendar/calendar.ts';
import { addDays, isoDate, type IsoDate, yearOf } from '../iso-date.ts';

export interface Festival {
  /** As the notices name it. */
  readonly name: string;
  /** Pattern of what people say. */
  readonly said: string;
  /** Month and day, where the calendar fixes them. */
  readonly fixed: readonly [number, number] | null;
}

export const festivals: readonly Festival[] = [
  { name: '元旦', said: '元旦', fixed: [1, 1] },
  { name: '春节', said: '春节|过年|新春|农历新年|大年', fixed: null },
  { name: '清明节', said: '清明', fixed: null },
  { name: '劳动节', said: '劳动节|五一|5\\.1(?=放假|假期|节|前|后)', fixed: [5, 1] },
  { name: '端午节', said: '端午', fixed: null },
  { name: '中秋节', said: '中秋', fixed: null },
  { name: '国庆节', said: '国庆|十一(?=放假|假期|长假|黄金周|节|前|后|期间|当天|那天|收)', fixed: [10, 1] },
];

/** Days off in a row around a festival, first and last. */
export interface Block {
  readonly first: IsoDate;
  readonly last: IsoDate;
}

/** @returns undefined when the year's notice is not known or names no such holiday */
export function blockOf(festival: Festival, year: number, calendar: Calendar): Block | undefined {
  const days = calendar
    .noticesOf(year)
    .flatMap((notice) => notice.days)
    .filter(
      ({ date, name, off }) =>
        off && name.includes(festival.name.replace(/节$/, '')) && calendar.dayKind(date).kind === 'holiday',
    )
    .map(({ date }) => date)
    .toSorted((a, b) => a.localeCompare(b));
  const [first] = days;
  const last = days.at(-1);
  if (first === undefined || last === undefined) return undefined;
  return {
    first: stretch(first, -1, calendar),
    last: stretch(last, 1, calendar),
  };
}

/** Weekends and other holidays beside it belong to the same time off. */
function stretch(date: IsoDate, step: 1 | -1, calendar: Calendar): IsoDate {
  let day = date;
  while (!calendar.isWorkingDay(addDays(day, step))) day = addDays(day, step);
  return day;
}

export function fixedDay({ fixed }: Festival, year: number): IsoDate | undefined {
  return fixed ? isoDate(year, fixed[0], fixed[1]) : undefined;
}

/** The festival a run of days off is named after in the words of a message. */
export function festivalIn(text: string): Festival | undefined {
  return festivals.find(({ said }) => new RegExp(said).test(text));
}

/** The festival's next time off that has not ended by a day; null when its year has no notice yet. */
export function comingBlock(festival: Festival, today: IsoDate, calendar: Calendar): Block | null {
  for (const year of [yearOf(today), yearOf(today) + 1]) {
    const block = blockOf(festival, year, calendar);
    if (block && block.last >= today) return block;
    if (!calendar.published(year)) return null;
  }
  return null;
}
