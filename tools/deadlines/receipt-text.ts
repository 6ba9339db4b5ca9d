/** The receipt of a due date in plain Chinese: what was counted, what was not and by which notice; meant to be passed on. */
import type { Calendar } from './calendar/calendar.ts';
import type { Count, CountedDay } from './count-days.ts';
import { addDays, type IsoDate, monthOf, yearOf } from './iso-date.ts';
import { printDate, printDay, printRun, printShort, printWeekday, runsOf } from './print-day.ts';
import type { ClockReading, RuleReading } from './read-clock.ts';

const weekend = /^周末/;

/** Prints runs one after the other; a year is said where it changes. */
function listed<T extends { readonly date: IsoDate }>(
  runs: readonly (readonly T[])[],
  year: number,
  print: (first: T, last: T, days: number, saidYear: number) => string,
): string {
  let saidYear = year;
  const printed = runs.flatMap((run) => {
    const [first] = run;
    const last = run.at(-1);
    if (!first || !last) return [];
    const text = print(first, last, run.length, saidYear);
    saidYear = yearOf(last.date);
    return [text];
  });
  return printed.join('、');
}

/** 9月28日至30日(3天)、10月10日(周六,国庆节调休上班) @param year already said */
export function countedText(counted: readonly CountedDay[], year: number): string {
  const runs = runsOf(counted, (a, b) => a.makesUpFor === null && b.makesUpFor === null);
  return listed(runs, year, (first, last, days, saidYear) => {
    if (first.makesUpFor !== null)
      return `${printShort(first.date, saidYear)}(${printWeekday(first.date)},${first.makesUpFor}调休上班)`;
    return `${printRun(first.date, last.date, saidYear)}${days === 1 ? '' : `(${days}天)`}`;
  });
}

/** 9月26日至27日(周末)、10月1日至7日(国庆节放假) @param year already said */
export function skippedText(skipped: Count['skipped'], year: number): string {
  const runs = runsOf(skipped, (a, b) => a.why === b.why || (weekend.test(a.why) && weekend.test(b.why)));
  return listed(runs, year, (first, last, _, saidYear) => {
    const why = weekend.test(first.why) ? '周末' : first.why;
    return `${printRun(first.date, last.date, saidYear)}(${why})`;
  });
}

/** The notices that made a day count or not, with their addresses. */
export function noticesBehind(from: IsoDate, due: IsoDate, calendar: Calendar): readonly string[] {
  const lines = new Set<string>();
  for (let date = addDays(from, 1); date <= due; date = addDays(date, 1)) {
    const day = calendar.dayKind(date);
    const notices = 'notice' in day ? [day.notice] : calendar.noticesOf(yearOf(date)).slice(0, 1);
    for (const { title, papers } of notices) lines.add([`《${title}》`, ...papers].join(' '));
  }
  return Array.from(lines);
}

/** Years between two days that have no notice yet. */
export function unpublishedYears(from: IsoDate, due: IsoDate, calendar: Calendar): readonly number[] {
  const years = Array.from({ length: yearOf(due) - yearOf(from) + 1 }, (_, index) => yearOf(from) + index);
  return years.filter((year) => !calendar.published(year));
}

/** The last days of a year have more than once been moved by the next year's notice, the 29th at the earliest. */
export function nextNoticeMayMove(from: IsoDate, due: IsoDate, calendar: Calendar): boolean {
  for (let date = addDays(from, 1); date <= due; date = addDays(date, 1))
    if (monthOf(date) === 12 && date.slice(8) >= '29' && !calendar.published(yearOf(date) + 1)) return true;
  return false;
}

function ruleLines(
  { rule, days, extendedBy, due, count, dueAfterExpiry }: RuleReading,
  from: IsoDate,
  alike: RuleReading | null,
): readonly string[] {
  const year = yearOf(from);
  const same = alike === null ? '' : `(《${alike.rule.instrument}》${alike.rule.clause}相同)`;
  const extended = extendedBy > 0 ? `,含经同意延长的${extendedBy}个工作日` : '';
  return [
    `依据:《${rule.instrument}》${rule.clause},${days}个工作日${extended}${same}`,
    `计入:${countedText(count.counted, year)}`,
    ...(count.skipped.length > 0 ? [`不计:${skippedText(count.skipped, year)}`] : []),
    `最后一天:${printDay(due)},到当天结束为止`,
    ...(dueAfterExpiry && rule.inForceTo !== null
      ? [`这一天在该文件的有效期(到${printDate(rule.inForceTo)}为止)之后。`]
      : []),
  ];
}

/** Complete in itself. */
export function receiptText(reading: ClockReading, calendar: Calendar): string {
  const { limit, startedOn, municipal, higher } = reading;
  const rules = [municipal, higher].filter((rule) => rule !== null);
  const last =
    rules
      .map(({ due }) => due)
      .toSorted()
      .at(-1) ?? startedOn;
  const unpublished = unpublishedYears(startedOn, last, calendar);
  // Where both instruments come to the same days they are told once.
  const alike =
    municipal && higher && municipal.due === higher.due && municipal.extendedBy === 0 && municipal.days === higher.days
      ? { municipal, higher }
      : null;
  return [
    `期限计算:${limit.title}(${limit.who})`,
    `${limit.trigger}:${printDay(startedOn)},当天不计,从下一个工作日起算`,
    ...(alike
      ? ruleLines(alike.municipal, startedOn, alike.higher)
      : rules.flatMap((rule) => ruleLines(rule, startedOn, null))),
    ...(municipal && higher && municipal.due !== higher.due
      ? [`两个期限不同,按${printDay(reading.remindBy)}提醒。`]
      : []),
    ...(unpublished.length > 0
      ? [`${unpublished.join('、')}年的放假安排还没有发布,日期是暂定的,发布后会重新计算。`]
      : nextNoticeMayMove(startedOn, last, calendar)
        ? [`年末几天还可能被${yearOf(last) + (monthOf(last) === 12 ? 1 : 0)}年的放假安排调整。`]
        : []),
    '放假安排:',
    ...noticesBehind(startedOn, last, calendar),
  ].join('\n');
}
