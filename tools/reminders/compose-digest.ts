/** One message for all that is due to a person: each item with what, why, until when, and its button. */
import type { Calendar } from '#tools/deadlines/calendar/calendar.ts';
import { changshaDay } from '#tools/deadlines/changsha-day.ts';
import type { NoticeOffer } from '#tools/notice.ts';
import type { DueReminder } from './due-reminders.ts';
import { untilWords, wording } from './wording.ts';

/** What one can read at a glance; the rest is named by number. */
const mostItems = 10;
const mostButtons = 6;

export interface SentReminder extends DueReminder {
  readonly id: string;
}

export interface Digest {
  readonly text: string;
  readonly offers: readonly NoticeOffer[];
}

export function composeDigest(reminders: readonly SentReminder[], calendar: Calendar, now: Date): Digest {
  const ordered = reminders.toSorted((a, b) => (a.matter.until ?? '9999').localeCompare(b.matter.until ?? '9999'));
  const [only] = ordered;
  if (only && ordered.length === 1) return single(only, calendar, now);
  const shown = ordered.slice(0, mostItems);
  const left = ordered.length - shown.length;
  return {
    text: [
      wording.several(ordered.length),
      ...shown.map((reminder, at) => `${at + 1}. ${itemLines(reminder, calendar, now).join('\n   ')}`),
      ...(left > 0 ? [wording.more(left)] : []),
    ].join('\n'),
    offers: [
      ...shown.flatMap(({ matter }) => matter.offers.slice(0, 1)).slice(0, mostButtons),
      { title: wording.workTitle, tool: 'my-work', fields: {} },
    ],
  };
}

function single(reminder: SentReminder, calendar: Calendar, now: Date): Digest {
  const fields = { reminderId: reminder.id };
  return {
    text: [
      wording.one + (itemLines(reminder, calendar, now)[0] ?? ''),
      ...itemLines(reminder, calendar, now).slice(1),
    ].join('\n'),
    offers: [
      ...reminder.matter.offers,
      { title: wording.laterTitle, tool: 'snooze-reminder', fields },
      { title: wording.muteTitle, tool: 'mute-reminder', fields },
    ],
  };
}

function itemLines({ matter, late, dueAt }: SentReminder, calendar: Calendar, now: Date): readonly string[] {
  const { what, until, article, provisional } = matter;
  const today = changshaDay(now);
  return [
    `${what}。`,
    ...(until === null ? [] : [`${untilWords(until, today, calendar, provisional ?? false)}。`]),
    ...(article === null ? [] : [wording.basis(article)]),
    ...(late ? [wording.late(dueAt)] : []),
  ];
}
