/** Answers what counts as a working day, with the year's own days. */
import type { Answer } from '#knowledge/answers/answer.ts';
import type { Calendar } from '#tools/deadlines/calendar/calendar.ts';
import { type IsoDate, yearOf } from '#tools/deadlines/iso-date.ts';
import { printDate, printRun, printShort, printWeekday } from '#tools/deadlines/print-day.ts';
import type { DayKindSolution, WhatCountsSolution } from '#tools/deadlines/date-solution.ts';
import { blockOf, type Festival, festivals } from '#tools/deadlines/words/festivals.ts';

import { dateWording as wording } from './wording.ts';

interface MakeUpDay {
  readonly date: IsoDate;
  readonly name: string;
}

function makeUpDays(year: number, calendar: Calendar): readonly MakeUpDay[] {
  return calendar
    .noticesOf(year)
    .flatMap(({ days }) => days)
    .filter(({ date }) => calendar.dayKind(date).kind === 'make_up')
    .toSorted((a, b) => a.date.localeCompare(b.date));
}

const dayList = (days: readonly MakeUpDay[], year: number): string =>
  days.map(({ date }) => `${printShort(date, year)}(${printWeekday(date)})`).join('、');

function festivalLines(festival: Festival, { block }: WhatCountsSolution, calendar: Calendar): readonly string[] {
  if (!block) return [wording.festivalUnknown(festival.name)];
  const year = yearOf(block.last);
  const own = makeUpDays(year, calendar).filter(({ name }) => name.includes(festival.name.replace(/节$/, '')));
  const first = printDate(block.first);
  const days = `${first}${printRun(block.first, block.last, yearOf(block.first)).replace(first.slice(5), '')}`;
  return [wording.festivalOff(festival.name, days, dayList(own, year))];
}

/** The year's days off and worked weekends. */
function yearLines(
  year: number,
  calendar: Calendar,
  which: { readonly off: boolean; readonly worked: boolean },
): readonly string[] {
  if (!calendar.published(year)) return [wording.yearUnknown(year)];
  const blocks = festivals.flatMap((festival) => {
    const block = blockOf(festival, year, calendar);
    return block ? [`${festival.name}${printRun(block.first, block.last, year)}`] : [];
  });
  return [
    ...(which.off ? [wording.list(`${year}年放假`, blocks.join('、'))] : []),
    ...(which.worked ? [wording.list(`${year}年调休上班`, dayList(makeUpDays(year, calendar), year))] : []),
  ];
}

function lines(solution: WhatCountsSolution, calendar: Calendar): readonly string[] {
  const { question, today } = solution;
  const year = yearOf(today);
  switch (question.about) {
    case 'holiday':
      if (question.festival) return [...festivalLines(question.festival, solution, calendar), wording.byNotice];
      return [wording.holidaysOff, ...yearLines(year, calendar, { off: true, worked: true }), wording.byNotice];
    case 'weekend':
      return [wording.weekendsOff, ...yearLines(year, calendar, { off: false, worked: true }), wording.byNotice];
    case 'make_up':
      return [wording.makeUpCounts, ...yearLines(year, calendar, { off: false, worked: true }), wording.byNotice];
    case 'first_day':
      return [wording.firstDay];
  }
}

/** The regulation says 工作日 and no more; the proofs are the clauses that say it. */
export function whatCountsAnswer(solution: WhatCountsSolution, calendar: Calendar, proofs: Answer['proofs']): Answer {
  return {
    outcome: solution.question.about === 'first_day' ? 'partly_answered' : 'answered',
    text: lines(solution, calendar).join('\n'),
    proofs,
    nearest: [],
    notes: [],
    nextSteps: [],
  };
}

export function dayKindText({ date, day, published }: DayKindSolution): string {
  const said =
    day.kind === 'make_up'
      ? wording.worked(date, day.name)
      : day.kind === 'holiday'
        ? wording.offDay(date, day.name)
        : day.kind === 'weekend'
          ? wording.weekendDay(date)
          : wording.plainWorked(date);
  return published ? said : `${said}\n${wording.byWeekday(yearOf(date))}`;
}
