/** Which reminders are due to whom at a moment: pure, from the matters, the people, their wishes and the calendar. */
import { changshaDay } from '#tools/deadlines/changsha-day.ts';
import { audienceOf } from './audience.ts';
import type { Matter, ReminderRule, Step } from './matter.ts';
import type { Roster, RosterPerson } from './roster.ts';
import { instantAt } from './time-of-day.ts';
import { hourWithin, type WorkingHours } from './working-hours.ts';

export interface RuledMatter {
  readonly rule: Pick<ReminderRule, 'name' | 'title'>;
  readonly matter: Matter;
}

/** "Not now" (until then) or "not this again" (null). */
export interface Hold {
  readonly until: Date | null;
}

export interface DueReminder extends RuledMatter {
  /** rule : subject : round : step : person; makes it happen once. */
  readonly key: string;
  readonly step: string;
  readonly personId: string;
  readonly channel: string | null;
  /** When it ought to have come. */
  readonly dueAt: Date;
  /** It could have come then and did not: nobody was there to send it. */
  readonly late: boolean;
  /** Does not wait for tomorrow's digest. */
  readonly urgent: boolean;
}

export interface DueInput {
  readonly matters: readonly RuledMatter[];
  readonly roster: Roster;
  /** By `holdKey`. */
  readonly holds: ReadonlyMap<string, Hold>;
  readonly hours: WorkingHours;
  readonly now: Date;
}

/** A process that looks every minute and is busy now and then is not late within this. */
const graceMs = 3_600_000;

export function holdKey(
  personId: string,
  rule: string,
  { subjectKind, subjectId }: Pick<Matter, 'subjectKind' | 'subjectId'>,
): string {
  return [personId, rule, subjectKind, subjectId].join('\n');
}

/** Called within working hours only. Of the steps whose day has come each person gets the latest, be it days later. */
export function dueReminders({ matters, roster, holds, hours, now }: DueInput): readonly DueReminder[] {
  const today = changshaDay(now);
  return matters.flatMap(({ rule, matter }) => {
    const latest = new Map<RosterPerson, Step>();
    for (const step of matter.steps)
      if (step.on <= today) for (const person of audienceOf(matter, step, roster)) latest.set(person, step);
    return [...latest].flatMap(([person, step]): DueReminder[] => {
      const hour = hourWithin(person.hour, hours);
      const hold = holds.get(holdKey(person.id, rule.name, matter));
      const dueAt = instantAt(step.on, hour);
      const snoozed = hold?.until ?? null;
      const about = { rule, matter, personId: person.id, channel: person.channel };
      const keyOf = (name: string): string =>
        [rule.name, matter.subjectKind, matter.subjectId, matter.round, name, person.id].join(':');
      // The moment somebody put it off to, unless a later step has come since.
      if (snoozed !== null && snoozed <= now && snoozed > dueAt) {
        const name = `again-${snoozed.toISOString()}`;
        const late = now.getTime() - snoozed.getTime() > graceMs;
        return [{ ...about, key: keyOf(name), step: name, dueAt: snoozed, late, urgent: true }];
      }
      const quiet = hold !== undefined && (snoozed === null || snoozed > now);
      if ((quiet && step.always !== true) || now < instantAt(today, hour)) return [];
      const late = matter.since <= dueAt && now.getTime() - dueAt.getTime() > graceMs;
      const urgent = step.always === true && step.on === today;
      return [{ ...about, key: keyOf(step.name), step: step.name, dueAt, late, urgent }];
    });
  });
}
