/** Next year's holiday notice is not entered: the bureau is told in November and twice more, and again when the year begins. */
import { missingNotice } from '#tools/deadlines/notice-missing.ts';
import { laterSteps } from '../due-ladder.ts';
import type { ReminderRule } from '../matter.ts';
import { workingDayOnOrAfter } from '../working-days.ts';

export const holidayNoticeMissing: ReminderRule = {
  name: 'holiday-notice-missing',
  title: '放假安排',
  about: [],
  matters(_, calendar, now) {
    const missing = missingNotice(now, calendar);
    if (missing === null) return [];
    const { year, since, text } = missing;
    // New Year is a holiday, whatever the notice will say of the days around it.
    const begins = `${year}-01-04`;
    return [
      {
        subjectKind: 'holiday_notice',
        subjectId: String(year),
        round: since,
        since: new Date(`${since}T00:00:00+08:00`),
        departmentId: null,
        personId: null,
        what: text.replace(/。$/, ''),
        article: null,
        until: null,
        binding: false,
        offers: [],
        steps: [
          { name: '0d', on: workingDayOnOrAfter(since, calendar), to: ['bureau'] },
          ...laterSteps(since, [10, 30], ['bureau'], calendar),
          { name: 'begun', on: workingDayOnOrAfter(begins, calendar), to: ['bureau'] },
        ],
      },
    ];
  },
};
