/** A job's context for tests: the real store and courier, the clock of the test, no queue between. */
import { Courier } from '#bot/delivery/courier.ts';
import { noticeReply } from '#bot/dialogue/notice-reply.ts';
import type { Store } from '#prisma/store.ts';
import type { JobContext } from '#tools/jobs/job.ts';

export function jobContext(
  store: Pick<Store, 'db'>,
  now: Date,
  courier: Pick<Courier, 'post'> = new Courier(),
): JobContext {
  const silent = (): void => undefined;
  return {
    db: store.db,
    now,
    attempt: 1,
    last: false,
    signal: new AbortController().signal,
    log: { info: silent, warn: silent },
    write: async (work) => {
      const sendOn: (() => void)[] = [];
      const result = await store.db.$transaction(async (db) =>
        work({
          db,
          tell: async (notice) => void sendOn.push(await courier.post(db, notice, noticeReply(notice), now)),
          finish: () => Promise.resolve(),
        }),
      );
      for (const send of sendOn) send();
      return result;
    },
  };
}
