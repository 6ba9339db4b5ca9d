/** Finds days said from today on: 昨天, 大后天, 3天前, 上周五, 星期日, and those that stay open: 前两天, 最近. */
import { fromNumeral } from '#knowledge/citations/chinese-numeral.ts';

import { addDays, type IsoDate, weekdayOf } from '../iso-date.ts';
import { type DayContext, type DayMention, type DayReading, oneDay, unclear } from './said-day.ts';

interface Form {
  readonly pattern: RegExp;
  readonly form: DayMention['form'];
  readonly read: (match: RegExpExecArray, context: DayContext) => DayReading | null;
}

const shifts: Readonly<Record<string, number>> = { 大前: -3, 前: -2, 昨: -1, 明: 1, 后: 2, 大后: 3 };
const weekdays = '一二三四五六日';

/** The Monday of the week a day is in. */
const monday = (date: IsoDate): IsoDate => addDays(date, 1 - weekdayOf(date));

function weekday(words: string): number {
  if (/[1-7]/.test(words)) return Number(words);
  return weekdays.indexOf(words === '天' ? '日' : words) + 1;
}

/** 周五 without a week: the last one, or the next one for what is to come; on a Friday it may be either. */
function bareWeekday(day: number, { today, tense, received }: DayContext): DayReading {
  const back = (weekdayOf(today) - day + 7) % 7;
  if (back === 0 || (tense === null && !received)) return unclear('which_day');
  return oneDay(addDays(today, tense === 'future' ? 7 - back : -back), true);
}

const weekShift: Readonly<Record<string, number>> = { 上上: -2, 上: -1, 这: 0, 本: 0, 当: 0, 下: 1, 下下: 2 };

const forms: readonly Form[] = [
  { pattern: /今[天日儿早晚]儿?|本日/g, form: 'today', read: (_, { today }) => oneDay(today) },
  {
    pattern: /(?:刚刚?|现在)(?=[收接])/g,
    form: 'weak',
    read: (_, { today }) => oneDay(today, true),
  },
  {
    pattern:
      /(大前|大后|(?<![\d提之以作])前|昨|明|(?<![\d之以今往日天节假最])后)(?:[天日晚早](?!工作|[期程])|儿个?(?!童))/g,
    form: 'date',
    read: ([, which = ''], { today }) => oneDay(addDays(today, shifts[which] ?? 0)),
  },
  {
    pattern: /(\d{1,3}|[一二两三四五六七八九十]{1,3})(天|周|个?星期)(?:[之以]?(前|后))(?!一)/g,
    form: 'date',
    read: ([, n = '', unit, way], { today }) => {
      const days = (fromNumeral(n) ?? 0) * (unit === '天' ? 1 : 7);
      // 两天前 is counted, 两三天前 is not.
      if (days === 0 || /[两二三四五六七八九]{2}/.test(n)) return unclear('which_day');
      return oneDay(addDays(today, way === '前' ? -days : days), true);
    },
  },
  {
    pattern: /(上上|下下|上|下|这|本|当)?个?(?:周|星期)(?:里?的?(?:周|星期))?([一二三四五六日天1-7])(?!年)/g,
    form: 'weekday',
    read: ([, week, day = ''], context) =>
      week === undefined
        ? bareWeekday(weekday(day), context)
        : oneDay(addDays(monday(context.today), (weekShift[week] ?? 0) * 7 + weekday(day) - 1), true),
  },
  {
    pattern: /(上上|下下|上|下|这|本)个?(?:周末|星期末|双休日?)/g,
    form: 'weekday',
    read: ([, week = ''], { today }) => {
      const saturday = addDays(monday(today), (weekShift[week] ?? 0) * 7 + 5);
      return { kind: 'days', days: [saturday, addDays(saturday, 1)], assumed: true };
    },
  },
  {
    pattern:
      /大{2,}[前后]天|明后[两]?天|[今昨][明前]两?天|前后天|(?:前|上|这|近)(?:些天|几天|两天|几日|段时间|阵子|阵)|过两天|过几天|最近|近日|近期|日前|不久前|(?:上|下|这|本)个?(?:周|星期)(?![一二三四五六日天末1-7])|(?:[一两二三四五六七八九十半几]|\d+)个?月[之以]?[前后]|几天[之以]?前|(?:[一两二三四五六七八九十半几数]|\d+)(?:来|多|几|余)?个?(?:来|多|几)(?:天|周|星期)[之以]?[前后]|(?:[一两二三四五六七八九十]|\d+)(?:来|多|几|余)(?:天|周|个星期)[之以]?[前后]|\d日前(?=[收接提])/g,
    form: 'vague',
    read: () => unclear('which_day'),
  },
  {
    pattern:
      /(?:农历|阴历|旧历)[^,。;?!]{0,8}|(?:腊月|正月|冬月)(?:初?[一二三四五六七八九十廿]{1,3})?|(?:大年|年)?初[一二三四五六七八九十](?!级|次|版)|小年(?:夜|那天)?/g,
    form: 'date',
    read: () => unclear('lunar'),
  },
];

export function relativeDays(text: string, context: DayContext): readonly DayMention[] {
  return forms.flatMap(({ pattern, form, read }) =>
    Array.from(text.matchAll(pattern)).flatMap((match): readonly DayMention[] => {
      const reading = read(match, context);
      if (!reading) return [];
      const words = match[0];
      return [{ start: match.index, end: match.index + words.length, words, reading, form }];
    }),
  );
}
