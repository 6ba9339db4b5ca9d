/** The job behind `calendar -- add`: goes on with the recount where the command was cut short, and shows what was told to whoever is watching. */
import { z } from 'zod';
import { defineJob } from '#tools/jobs/job.ts';
import { recountClocks } from './recount-clocks.ts';

export const recountAfterNotice = defineJob({
  name: 'recount-clocks',
  purpose: 'After a holiday notice was entered, count every open clock anew and tell whom a moved date concerns.',
  input: z.object({}),
  everySeconds: 600,
  async handle(_, { db, now, write, log, signal }) {
    const { moved, settled, told } = await recountClocks({
      db,
      now,
      signal,
      write: (work) => write(({ db: open, tell }) => work({ db: open, tell })),
    });
    if (moved + settled > 0) log.info({ moved, settled, told }, 'clocks counted anew');
  },
});
