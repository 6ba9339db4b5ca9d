/** Looks which reminders are due: the matters of all rules, or those of single subjects once more, with people and wishes. */
import { cityCalendar } from '#tools/requests/city-calendar.ts';
import type { Db } from '#tools/tool-context.ts';
import type { Calendar } from '#tools/deadlines/calendar/calendar.ts';
import { type DueReminder, dueReminders, type Hold, holdKey, type RuledMatter } from './due-reminders.ts';
import type { Facts } from './facts/facts.ts';
import { loadFacts, loadFactsOf, type Subject } from './facts/load-facts.ts';
import { loadRoster, type Roster } from './roster.ts';
import { reminderRules } from './rules.ts';
import { isWorkingTime, loadHours, type WorkingHours } from './working-hours.ts';

/** What stays the same through one round of looking. */
export interface Surroundings {
  readonly calendar: Calendar;
  readonly roster: Roster;
  readonly hours: WorkingHours;
}

/** Null: it is night, a weekend or a holiday, and nothing goes out. */
export async function loadSurroundings(db: Db, now: Date): Promise<Surroundings | null> {
  const calendar = await cityCalendar(db);
  const hours = await loadHours(db);
  return isWorkingTime(now, hours, calendar) ? { calendar, hours, roster: await loadRoster(db, now) } : null;
}

/** All that is due and was not sent before. */
export async function findDue(db: Db, now: Date, around: Surroundings): Promise<readonly DueReminder[]> {
  const matters = mattersOf(await loadFacts(db, now), around.calendar, now);
  const due = dueReminders({ ...around, matters, holds: await loadHolds(db, null), now });
  const known = await knownKeys(
    db,
    due.map(({ key }) => key),
  );
  return due.filter(({ key }) => !known.has(key));
}

/** Of these the ones that are due still, now that their subjects are held: what somebody settled meanwhile is gone. */
export async function stillDue(
  db: Db,
  now: Date,
  around: Surroundings,
  reminders: readonly DueReminder[],
): Promise<readonly DueReminder[]> {
  const [first] = reminders;
  if (!first) return [];
  const subjects: Subject[] = reminders.map(({ matter }) => matter);
  const matters = mattersOf(await loadFactsOf(db, now, subjects), around.calendar, now);
  const due = dueReminders({ ...around, matters, holds: await loadHolds(db, first.personId), now });
  const wanted = new Set(reminders.map(({ key }) => key));
  return due.filter(({ key }) => wanted.has(key));
}

export function mattersOf(facts: Facts, calendar: Calendar, now: Date): readonly RuledMatter[] {
  return reminderRules.flatMap((rule) => rule.matters(facts, calendar, now).map((matter) => ({ rule, matter })));
}

async function loadHolds(db: Db, personId: string | null): Promise<ReadonlyMap<string, Hold>> {
  const rows = await db.reminderHold.findMany({ where: personId === null ? {} : { personId } });
  return new Map(rows.map((row) => [holdKey(row.personId, row.rule, row), { until: row.until }]));
}

/** A list of thousands goes as one parameter. */
async function knownKeys(db: Db, keys: readonly string[]): Promise<ReadonlySet<string>> {
  if (keys.length === 0) return new Set();
  const rows = await db.$queryRawUnsafe<{ key: string }[]>(
    `SELECT r."key" FROM "Reminder" r WHERE r."key" = ANY($1::text[])`,
    [...keys],
  );
  return new Set(rows.map(({ key }) => key));
}
