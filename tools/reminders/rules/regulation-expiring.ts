/** A regulation nears its last day (Art. 41: five years): the bureau is warned from 180 days before. */
import { addDays } from '#tools/deadlines/iso-date.ts';
import { printDay } from '#tools/deadlines/print-day.ts';
import type { ReminderRule } from '../matter.ts';
import { shiftWorkingDays } from '../working-days.ts';

const daysBefore = [180, 90, 60, 30, 10, 0];

export const regulationExpiring: ReminderRule = {
  name: 'regulation-expiring',
  title: '文件有效期',
  about: ['regulations'],
  matters: ({ regulations }, calendar) =>
    regulations.map(({ id, title, inForceTo, article }) => ({
      subjectKind: 'regulation',
      subjectId: id,
      round: inForceTo,
      since: new Date(`${addDays(inForceTo, -365)}T00:00:00+08:00`),
      departmentId: null,
      personId: null,
      what: `《${title}》的有效期到${printDay(inForceTo)}为止,需要评估后修订、重新公布或者任其失效`,
      article,
      until: inForceTo,
      binding: false,
      offers: [],
      steps: daysBefore.map((days) => ({
        name: `${days}d`,
        on: shiftWorkingDays(addDays(inForceTo, -days), 0, calendar),
        to: ['bureau'] as const,
      })),
    })),
};
