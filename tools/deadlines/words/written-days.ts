/** Finds days written with numbers: 2026年2月10日, 2026-02-10, 9.25, 十月八号, 上个月25号, 25号, and months without a day. */
import { fromNumeral } from '#knowledge/citations/chinese-numeral.ts';

import { addDays, isoDate, monthOf, yearOf } from '../iso-date.ts';
import { nearestMonth, nearestYear } from './nearest-day.ts';
import { type DayContext, type DayMention, type DayReading, oneDay, unclear } from './said-day.ts';

const chinese = '[一二三四五六七八九十廿卅]{1,3}';
const saidYear = '(?:(?:19|20)\\d{2}|[一二][零〇九][零〇一二三四五六七八九]{2}|\\d{2})年的?|[今去前明后本当]年的?';
const saidMonth = '上上个?月|上个?月|这个?月|本月|当月|下下个?月|下个?月';
/** What turns a number into something else than a day. */
const notDay = '(?![\\d个天次份条款倍万%点种项])';

interface Form {
  readonly pattern: string;
  readonly read: (parts: Readonly<Record<string, string | undefined>>, context: DayContext) => DayReading | null;
  readonly form?: DayMention['form'];
}

const number = (text: string | undefined): number =>
  text === undefined ? Number.NaN : (fromNumeral(text) ?? Number.NaN);

function yearFrom(words: string, { today }: DayContext): number {
  const shift = ['前年', '去年', '今年', '明年', '后年'].indexOf(words.replace(/的$/, '').replace(/^[本当]年/, '今年'));
  if (shift >= 0) return yearOf(today) + shift - 2;
  const year = number(words.replace(/年的?$/, ''));
  return year < 100 ? 2000 + year : year;
}

function exact(year: number, month: number, day: number): DayReading {
  const date = isoDate(year, month, day);
  return date === undefined ? unclear('no_such_day') : oneDay(date);
}

const monthShift: readonly (readonly [RegExp, number])[] = [
  [/^上上/, -2],
  [/^上/, -1],
  [/^下下/, 2],
  [/^下/, 1],
];

function monthFrom(words: string, { today }: DayContext): { year: number; month: number } {
  const shift = monthShift.find(([pattern]) => pattern.test(words))?.[1] ?? 0;
  const index = yearOf(today) * 12 + monthOf(today) - 1 + shift;
  return { year: Math.floor(index / 12), month: (index % 12) + 1 };
}

/** The last day of a month. */
function monthEnd(year: number, month: number): DayReading {
  const next = isoDate(month === 12 ? year + 1 : year, month === 12 ? 1 : month + 1, 1);
  return next === undefined ? unclear('no_such_day') : oneDay(addDays(next, -1), true);
}

/** The year of a month end still to come; nobody plans for one gone by. */
function comingYear(month: number, { today }: DayContext): number {
  return yearOf(today) + (month < monthOf(today) ? 1 : 0);
}

const readMonthEnd: Form['read'] = ({ y, m, month }, context) => {
  if (month !== undefined) {
    const { year, month: of } = monthFrom(month, context);
    return monthEnd(year, of);
  }
  const of = number(m);
  if (!(of >= 1 && of <= 12)) return unclear('no_such_day');
  return monthEnd(y === undefined ? comingYear(of, context) : yearFrom(y, context), of);
};

const forms: readonly Form[] = [
  {
    pattern:
      '(?<y>(?:19|20)\\d{2})(?:[./-](?<m>\\d{1,2})[./-](?<d>\\d{1,2})|(?<m2>0[1-9]|1[0-2])(?<d2>[0-3]\\d))(?!\\d)[日号]?',
    read: ({ y, m, d, m2, d2 }) => exact(Number(y), Number(m ?? m2), Number(d ?? d2)),
  },
  {
    pattern:
      '(?<![\\d./-])(?<y>2\\d)(?:[.](?<m>\\d{1,2})[.](?<d>\\d{1,2})|/(?<m2>\\d{1,2})/(?<d2>\\d{1,2}))(?![\\d./-])[日号]?',
    read: ({ y, m, d, m2, d2 }) => exact(2000 + Number(y), Number(m ?? m2), Number(d ?? d2)),
  },
  {
    pattern: `(?<y>${saidYear})?(?<m>\\d{1,2}|${chinese})月份?的?(?:(?<d>\\d{1,2}|${chinese})[日号]|(?<d2>\\d{1,2})${notDay})`,
    read: ({ y, m, d, d2 }, context) => {
      const [month, day] = [number(m), number(d ?? d2)];
      if (y !== undefined) return exact(yearFrom(y, context), month, day);
      return month >= 1 && month <= 12 ? nearestYear(month, day, context) : unclear('no_such_day');
    },
  },
  {
    pattern: `(?<month>${saidMonth})的?(?<d>\\d{1,2}|${chinese})[日号]`,
    read: ({ month, d }, context) => {
      const { year, month: of } = monthFrom(month ?? '', context);
      return exact(year, of, number(d));
    },
  },
  {
    pattern:
      '(?<![\\d./-])(?<m>1[0-2]|0?[1-9])(?:[./-])(?<d>[12]\\d|3[01]|0?[1-9])(?![\\d./%-]|[个天版条款节章期万倍项种次份年月])[日号]?',
    read: ({ m, d }, context) => nearestYear(Number(m), Number(d), context),
  },
  {
    pattern: '(?<!\\d)(?<m>0[1-9]|1[0-2])(?<d>[0-2]\\d|3[01])(?=号|日|[收接]|提交)[日号]?',
    read: ({ m, d }, context) => nearestYear(Number(m), Number(d), context),
  },
  {
    // Not 80号 as in 〔2021〕80号, not 21号令, not 17号申请 (a request's number), not 5日内.
    pattern: `(?<![\\d月第几〕年./后前那当某每近同隔次首末头-])(?<d>[12]\\d|3[01]|[1-9]|${chinese})(?:号(?![文令楼线公])(?!(?:申请|请求|件|单)(?!的))|日(?![内后常期程]|[以之]内|之?后|前(?:收|接|提)))`,
    read: ({ d }, context) => (number(d) <= 31 ? nearestMonth(number(d), context) : null),
  },
  {
    pattern: `(?<y>${saidYear})?(?:年底|年末|年终)`,
    read: ({ y }, context) => exact(y === undefined ? yearOf(context.today) : yearFrom(y, context), 12, 31),
    form: 'vague',
  },
  {
    pattern: `(?<y>${saidYear})(?:底|末)`,
    read: ({ y }, context) => exact(yearFrom(y ?? '', context), 12, 31),
    form: 'vague',
  },
  {
    pattern: `(?:(?<y>${saidYear})?(?<m>\\d{1,2}|${chinese})月份?|(?<month>${saidMonth}))的?最后(?:一|1)[天日]`,
    read: readMonthEnd,
  },
  {
    pattern: `(?:(?<y>${saidYear})?(?<m>\\d{1,2}|${chinese})月份?|(?<month>${saidMonth}))(?:底|末|月底|月末)`,
    read: readMonthEnd,
    form: 'vague',
  },
  {
    pattern: '月底|月末',
    read: (_, { today }) => monthEnd(yearOf(today), monthOf(today)),
    form: 'vague',
  },
  {
    pattern: `(?:(?:${saidYear})?(?<![\\d个几每第])(?:1[0-2]|[1-9]|${chinese})月份?(?!\\d)|${saidMonth})(?:[初中上下]旬?)?|[上中下]旬|[月年]初|[上下]半[月年]`,
    read: () => unclear('which_day'),
    form: 'vague',
  },
];

/** In the order found; where two overlap, see find-days.ts. */
export function writtenDays(text: string, context: DayContext): readonly DayMention[] {
  return forms.flatMap(({ pattern, read, form }) =>
    Array.from(text.matchAll(new RegExp(pattern, 'g'))).flatMap((match): readonly DayMention[] => {
      const reading = read(match.groups ?? {}, context);
      if (!reading) return [];
      const words = match[0];
      return [{ start: match.index, end: match.index + words.length, words, reading, form: form ?? 'date' }];
    }),
  );
}
