/** How somebody likes to be reminded, as kept with the person. */
import { z } from 'zod';
import { timeOfDay } from './time-of-day.ts';

export const preferencesSchema = z
  .object({
    reminders: z.object({ hour: timeOfDay().optional(), channel: z.string().optional() }).default({}),
  })
  .loose();

export type ReminderPreferences = z.infer<typeof preferencesSchema>['reminders'];

export function readPreferences(stored: unknown): ReminderPreferences {
  const parsed = preferencesSchema.safeParse(stored ?? {});
  return parsed.success ? parsed.data.reminders : {};
}
