/** What people are told when a holiday notice moves a date or settles one: what it was, what it is, and why. */
import type { Calendar } from '#tools/deadlines/calendar/calendar.ts';
import type { Notice } from '#tools/deadlines/calendar/notice.ts';
import type { IsoDate } from '#tools/deadlines/iso-date.ts';
import { yearOf } from '#tools/deadlines/iso-date.ts';
import { printDay, printRun, runsOf } from '#tools/deadlines/print-day.ts';
import type { ClockReading } from '#tools/deadlines/read-clock.ts';
import { receiptText } from '#tools/deadlines/receipt-text.ts';

export interface Recounted {
  readonly before: ClockReading;
  readonly after: ClockReading;
  readonly notice: Pick<Notice, 'title' | 'days'>;
  readonly calendar: { readonly before: Calendar; readonly after: Calendar };
}

/** 2027年1月4日(周一)(暂定) */
function dated({ remindBy, provisional }: ClockReading): string {
  return `${printDay(remindBy)}${provisional ? '(暂定)' : ''}`;
}

/** 1月1日至3日放假(元旦)、12月26日上班(元旦调休): the days that made the difference. */
function changesBetween({ before, after, notice, calendar }: Recounted): string {
  const last = [before, after].flatMap(({ municipal, higher }) => [municipal?.due ?? '', higher?.due ?? '']);
  const until = last.toSorted().at(-1) ?? '';
  const inside = (date: IsoDate): boolean => date > after.startedOn && date <= until;
  const changed = notice.days
    .filter(({ date }) => inside(date) && calendar.before.dayKind(date).kind !== calendar.after.dayKind(date).kind)
    .toSorted((a, b) => a.date.localeCompare(b.date));
  return runsOf(changed, (a, b) => a.name === b.name && a.off === b.off)
    .flatMap((run) => {
      const [first] = run;
      const end = run.at(-1);
      if (!first || !end) return [];
      const days = printRun(first.date, end.date, yearOf(after.startedOn));
      return [`${days}${first.off ? `放假(${first.name})` : `上班(${first.name}调休)`}`];
    })
    .join('、');
}

/** The other of two limits, where it moved: the city's or the higher one, whichever people are not reminded by. */
function otherMoved({ before, after }: Recounted): readonly string[] {
  const pairs = [
    [before.municipal, after.municipal],
    [before.higher, after.higher],
  ] as const;
  return pairs.flatMap(([was, is]) => {
    if (!was || !is || is.level === after.governing.level || was.due === is.due) return [];
    return [`另一期限(《${is.rule.instrument}》${is.rule.clause})由${printDay(was.due)}改为${printDay(is.due)}`];
  });
}

const settled = ({ before, after }: Recounted): boolean => before.provisional && !after.provisional;

export const recountWords = {
  /** One line, for the record of the case. */
  line(recounted: Recounted): string {
    const { before, after, notice } = recounted;
    const changes = changesBetween(recounted);
    const day =
      before.remindBy === after.remindBy
        ? `最后一天仍是${dated(after)}${settled(recounted) ? ',由暂定转为确定' : ''}`
        : `最后一天由${dated(before)}改为${dated(after)}`;
    const why = `依据《${notice.title}》${changes === '' ? '' : `:${changes}`}`;
    return [day, ...otherMoved(recounted), why].join('。');
  },

  /** The whole message. @param title what the clock is about */
  message(title: string, recounted: Recounted): string {
    const { before, after, notice, calendar } = recounted;
    const changes = changesBetween(recounted);
    const moved = before.remindBy !== after.remindBy;
    const other = otherMoved(recounted);
    return [
      moved || other.length > 0
        ? '放假安排公布或者有调整,下面的期限重新计算了。'
        : '放假安排公布了,下面的期限日期不变,由暂定转为确定。',
      title,
      ...(moved
        ? [`原来:${dated(before)}`, `现在:${dated(after)}${settled(recounted) ? ',日期已经确定' : ''}`]
        : [`最后一天不变:${dated(after)}`]),
      ...other,
      `原因:《${notice.title}》${changes === '' ? '' : `,${changes}`}`,
      '',
      receiptText(after, calendar.after),
    ].join('\n');
  },
} as const;
