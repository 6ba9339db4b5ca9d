/** What a reminder rule says: the matters that wait for somebody, and on which days whom to remind of them. */
import type { Calendar } from '#tools/deadlines/calendar/calendar.ts';
import type { IsoDate } from '#tools/deadlines/iso-date.ts';
import type { NoticeOffer } from '#tools/notice.ts';
import type { Facts } from './facts/facts.ts';

/** Whom a step goes to; a rung nobody can be reached on is taken by the next. */
export const rungs = ['handler', 'lead', 'bureau'] as const;
export type Rung = (typeof rungs)[number];

export interface Step {
  /** T-5, T0, T+1, 3d …: unique within the matter. */
  readonly name: string;
  /** A working day. */
  readonly on: IsoDate;
  readonly to: readonly Rung[];
  /** Comes although the person wants no more of it: the last statutory one, and what follows it. */
  readonly always?: boolean;
}

export interface Matter {
  readonly subjectKind: string;
  readonly subjectId: string;
  /** Starts the ladder anew for the same subject: an extension granted, the next cycle, a second supplement. */
  readonly round: string;
  /** Since when there was something to remind of. */
  readonly since: Date;
  /** Whose it is; null: the bureau's own, or a person's. */
  readonly departmentId: string | null;
  /** Who deals with it; null: the department's officers. */
  readonly personId: string | null;
  /** What waits, in one Chinese sentence without its full stop. */
  readonly what: string;
  /** Why, as printed: 第二十二条第二款, or of another instrument 《…》第…条; null where no text says so. */
  readonly article: string | null;
  /** The last day; null where there is none. */
  readonly until: IsoDate | null;
  /** The last day is the law's or the bureau's: no snooze crosses it. */
  readonly binding: boolean;
  readonly provisional?: boolean;
  /** What can be done about it at once, the first thing first. */
  readonly offers: readonly NoticeOffer[];
  /** Ascending by day; finite, so that nobody is reminded without end. */
  readonly steps: readonly Step[];
}

/** Pure: the same facts, calendar and moment give the same matters. A matter that is settled is not among them. */
export interface ReminderRule {
  /** The file's name, part of every reminder's key. */
  readonly name: string;
  /** 催办事项 as people see it: 答复期限. */
  readonly title: string;
  /** Which facts it looks at. */
  readonly about: readonly (keyof Facts)[];
  matters(facts: Facts, calendar: Calendar, now: Date): readonly Matter[];
}
