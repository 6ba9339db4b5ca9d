/** The moment somebody wants to be reminded at: the day they said, at their hour unless they said one. */
import type { IsoDate } from '#tools/deadlines/iso-date.ts';
import type { Db, LookContext } from '#tools/tool-context.ts';
import { readPreferences } from './preferences.ts';
import { instantAt, minutesOf } from './time-of-day.ts';
import { hourWithin, loadHours } from './working-hours.ts';

export async function momentOf(
  { on, at }: { readonly on: IsoDate; readonly at?: string | undefined },
  { db, actor }: Pick<LookContext, 'db' | 'actor'>,
): Promise<Date> {
  return instantAt(on, at === undefined ? await usualHour(db, actor.personId) : minutesOf(at));
}

/** Minutes after midnight. */
async function usualHour(db: Db, personId: string | null): Promise<number> {
  const hours = await loadHours(db);
  if (personId === null) return hours.from;
  const person = await db.person.findUnique({ where: { id: personId }, select: { preferences: true } });
  const { hour } = readPreferences(person?.preferences);
  return hourWithin(hour === undefined ? null : minutesOf(hour), hours);
}
