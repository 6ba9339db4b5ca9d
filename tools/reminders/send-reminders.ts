/** The job that looks every minute what people are to be reminded of, and sends it. */
import { z } from 'zod';
import { defineJob } from '#tools/jobs/job.ts';
import { sendPersonalReminders } from './send-personal-reminders.ts';
import { sendRuleReminders } from './send-rule-reminders.ts';

export const sendReminders = defineJob({
  name: 'send-reminders',
  purpose:
    'Sends the reminders that are due: those people set themselves, and within working hours those of the rules.',
  input: z.object({}),
  everySeconds: 60,
  limitSeconds: 600,
  retries: { limit: 3, delaySeconds: 30 },
  async handle(_, context) {
    await sendPersonalReminders(context);
    await sendRuleReminders(context);
  },
});
