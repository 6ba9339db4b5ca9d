/** A process that sends the reminders due at a moment through the real queue, says `ready` when it begins and `done` at the end. */
import { z } from 'zod';
import { Courier } from '#bot/delivery/courier.ts';
import { silentLog } from '#bot/log.ts';
import { JobQueue } from '#prisma/job-queue.ts';
import { openStore } from '#prisma/store.ts';
import { enqueue } from '#tools/jobs/enqueue.ts';
import { sendReminders } from '#tools/reminders/send-reminders.ts';
import { JobRunner } from '../job-runner.ts';

const locationSchema = z.union([
  z.object({ databaseUrl: z.string(), poolSize: z.number() }),
  z.object({ dataDir: z.string(), exclusive: z.boolean() }),
]);

const store = await openStore(locationSchema.parse(JSON.parse(process.argv[2] ?? '')));
const now = new Date(process.argv[3] ?? '');
const queue = new JobQueue(store.pool);
// Once is enough: it does not recur here.
const { everySeconds: _, ...once } = sendReminders;
const courier = new Courier();
const runner = new JobRunner({ store, shared: true, queue, jobs: [once], courier, log: silentLog(), now: () => now });
if (store.kind === 'embedded') await queue.takeOver();
await enqueue(store.db, sendReminders, {}, { key: 'once' });
process.stdout.write('ready\n');
while ((await runner.look()) > 0) await runner.settled();
process.stdout.write('done\n');
await store.close();
