/** The explicit list of what runs by itself. Adding a job is one file and one line. */
import type { AnyJob } from '#tools/jobs/job.ts';
import { recountAfterNotice } from '#tools/requests/recount-after-notice.ts';
import { sendReminders } from '#tools/reminders/send-reminders.ts';

export const jobs: readonly AnyJob[] = [recountAfterNotice, sendReminders];
