/** Finds days said by a public holiday: 国庆前一天, 春节放假期间, 中秋节后第一个工作日, 五一当天. */
import type { Calendar } from '../calendar/calendar.ts';
import { addDays, daysBetween, type IsoDate, yearOf } from '../iso-date.ts';
import { blockOf, type Festival, festivals, fixedDay } from './festivals.ts';
import { type DayContext, type DayMention, type DayReading, oneDay, unclear } from './said-day.ts';

const years = '(?<y>(?:19|20)\\d{2}年|[今去明]年)?的?';
const off = '(?:节日?)?(?:的)?(?:放假|假期|长假|小长假|黄金周)?(?:的)?';

type Place = 'eve' | 'before' | 'first_back' | 'within' | 'first_off' | 'last_off' | 'day' | 'vague';

/** In order: the first that fits what follows the name says which day is meant. */
const places: readonly (readonly [Place, string])[] = [
  [
    'eve',
    `${off}(?:[之以]?前)(?:的)?(?:那|最后)?(?:一天|1天|一日|一个工作日|1个工作日|一个上班日|天晚上)|${off}前夕|前夜`,
  ],
  [
    'first_back',
    `${off}(?:[之以]?后|回来|结束|完)(?:[之以]?后)?(?:的)?(?:上班)?(?:第一|第1|头一|首)(?:个)?(?:天|工作日|日|上班日)(?:上班)?|放?完(?:[年节]?假|节)?(?:[之以]?后)?(?:上班)?第一(?:天|个工作日)(?:上班)?|${off}(?:收假|上班|复工)第一天|${off}(?:第一|首)个?(?:工作日|上班日)`,
  ],
  ['vague', `${off}[之以]?(?:前|后)(?:几天|两天|不久|[二三两]天)`],
  ['first_off', `${off}第一天`],
  ['last_off', `${off}最后一天`],
  ['vague', `${off}[之以]?前(?:的)?(?:倒数)?第?[二三四五六七2-7两][个天]`],
  ['vague', `${off}[之以]?前(?:的)?倒数`],
  ['before', `${off}(?:[之以]?前)`],
  ['vague', `${off}[之以]?后`],
  [
    'within',
    '(?:节日?)?(?:放假|假期|长假|小长假|黄金周)?(?:期间|里|中|的?时候|那几天)|(?:节日?)?(?:放假|假期|长假|小长假|黄金周)',
  ],
  ['day', '节?(?:当天|那天|当日|那日)|节'],
  ['day', ''],
];

/** What follows a holiday's name and places the day somewhere beside it. */
const besides = /^[^,。;?!收接提算]{0,6}(?:第[一二三四五六七八\d]|完|结束|上班|复工|收假|开工|[前后头]一?天)/;

const range = (first: IsoDate, last: IsoDate): readonly IsoDate[] =>
  Array.from({ length: daysBetween(first, last) + 1 }, (_, index) => addDays(first, index));

function firstWorkingDayAfter(date: IsoDate, calendar: Calendar): IsoDate {
  let day = addDays(date, 1);
  while (!calendar.isWorkingDay(day)) day = addDays(day, 1);
  return day;
}

function dayAt(place: Place, festival: Festival, year: number, calendar: Calendar): DayReading | undefined {
  const block = blockOf(festival, year, calendar);
  const fixed = fixedDay(festival, year);
  if (!block) {
    if (fixed === undefined) return undefined;
    if (place === 'day') return oneDay(fixed, true);
    return place === 'eve' || place === 'before' ? oneDay(addDays(fixed, -1), true) : unclear('unpublished');
  }
  switch (place) {
    case 'eve':
    case 'before':
      return oneDay(addDays(block.first, -1), true);
    case 'first_back':
      return oneDay(firstWorkingDayAfter(block.last, calendar), true);
    case 'first_off':
      return oneDay(block.first, true);
    case 'last_off':
      return oneDay(block.last, true);
    case 'within':
      return { kind: 'days', days: range(block.first, block.last), assumed: true };
    case 'day':
      return fixed === undefined
        ? { kind: 'days', days: range(block.first, block.last), assumed: true }
        : oneDay(fixed, true);
    case 'vague':
      return unclear('which_day');
  }
}

function saidYear(words: string | undefined, today: IsoDate): number | null {
  if (words === undefined) return null;
  const shift = ['去年', '今年', '明年'].indexOf(words);
  return shift >= 0 ? yearOf(today) + shift - 1 : Number(words.slice(0, 4));
}

function nearest(place: Place, festival: Festival, context: DayContext, calendar: Calendar): DayReading {
  const { today, tense } = context;
  const readings = [-1, 0, 1].flatMap((step) => dayAt(place, festival, yearOf(today) + step, calendar) ?? []);
  const distance = (reading: DayReading): number =>
    reading.kind === 'days' ? Math.min(...reading.days.map((day) => Math.abs(daysBetween(today, day)))) : Infinity;
  const fits = readings.filter((reading) => {
    if (reading.kind !== 'days') return false;
    const last = reading.days.at(-1) ?? '';
    // What is to be reached before a holiday lies ahead.
    return place === 'before' || tense === 'future'
      ? last >= today
      : tense !== 'past' || (reading.days[0] ?? '') <= today;
  });
  return fits.toSorted((a, b) => distance(a) - distance(b))[0] ?? unclear('unpublished');
}

/** New Year's Eve is either off or the last day before: any of these days starts the same count. */
function newYearsEve(year: number, calendar: Calendar): DayReading | undefined {
  const spring = festivals.find(({ name }) => name === '春节');
  const block = spring && blockOf(spring, year, calendar);
  return block && { kind: 'days', days: range(addDays(block.first, -1), addDays(block.first, 2)), assumed: true };
}

export function festivalDays(text: string, context: DayContext, calendar: Calendar): readonly DayMention[] {
  const mentions: DayMention[] = [];
  for (const festival of festivals)
    for (const match of text.matchAll(new RegExp(`${years}(?:${festival.said})`, 'g'))) {
      const after = text.slice(match.index + match[0].length);
      // 过了元旦第一天 is 元旦后第一天.
      const rest = /过[了完]$/.test(text.slice(0, match.index)) ? after.replace(/^(节|假期?)?第/, '$1后第') : after;
      const [found, tail] =
        places.flatMap(([kind, pattern]) => {
          const told = new RegExp(`^(?:${pattern})`).exec(rest);
          return told ? [[kind, told[0]] as const] : [];
        })[0] ?? (['day', ''] as const);
      // 春节放完假……: a day beside the holiday, told in words that are not known.
      const place = /day|within/.test(found) && besides.test(rest.slice(tail.length)) ? 'vague' : found;
      const year = saidYear(match.groups?.['y'], context.today);
      const reading =
        year === null
          ? nearest(place, festival, context, calendar)
          : (dayAt(place, festival, year, calendar) ?? unclear('unpublished'));
      // 国庆前 alone says a limit and keeps its 前 for whoever asks what is to be reached by then.
      const kept = place === 'before' ? tail.replace(/[之以]?前$/, '') : tail;
      const words = match[0] + kept;
      mentions.push({ start: match.index, end: match.index + words.length, words, reading, form: 'festival' });
    }
  for (const match of text.matchAll(/除夕(?:夜|那天|当天)?|大年三十|年三十(?:晚上)?/g)) {
    const reading =
      [0, -1, 1].flatMap((step) => newYearsEve(yearOf(context.today) + step, calendar) ?? [])[0] ??
      unclear('unpublished');
    mentions.push({
      start: match.index,
      end: match.index + match[0].length,
      words: match[0],
      reading,
      form: 'festival',
    });
  }
  for (const match of text.matchAll(/(?:过?节|假期|放假)[之以]?(?:前|后)[^,。;?!]{0,6}?(?:天|工作日|(?=收|接|提))/g))
    mentions.push({
      start: match.index,
      end: match.index + match[0].length,
      words: match[0],
      reading: unclear('which_day'),
      form: 'vague',
    });
  return mentions;
}
