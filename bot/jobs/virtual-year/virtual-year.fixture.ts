/** Runs a virtual year: the city is put into the store, the job looks at set times of each day, and what it sent is read back. */
import { Courier } from '#bot/delivery/courier.ts';
import type { Store } from '#prisma/store.ts';
import { sendReminders } from '#tools/reminders/send-reminders.ts';
import { jobContext } from '../job.fixture.ts';
import type { CityPlan } from './city-plan.fixture.ts';
import { expectedReminders } from './expected-reminders.fixture.ts';
import { StagedCity } from './staged-city.fixture.ts';
import { workingDays } from './workday-list.fixture.ts';

/** By night, and for those who like the morning and those who like it later. */
const times = ['02:10', '09:02', '17:05'];

export interface YearOptions {
  /** First and last day on which no process runs. */
  readonly down?: readonly [string, string];
  /** Last month, 1 to 12. */
  readonly months?: number;
  /** Looks of that many processes at once. */
  readonly replicas?: readonly Store[];
}

export interface YearResult {
  readonly sent: readonly string[];
  readonly promised: readonly string[];
  readonly messages: number;
  readonly promisedMessages: number;
  /** Sent at a time when nobody is to be disturbed. */
  readonly untimely: number;
  /** Sent after what they are about was done. */
  readonly afterTheAct: number;
  readonly looks: number;
  readonly slowestLookMs: number;
}

export async function runYear(
  store: Store,
  plan: CityPlan,
  { down, months = 12, replicas = [store] }: YearOptions = {},
): Promise<YearResult> {
  const city = await StagedCity.open(store, plan);
  const courier = new Courier();
  const looks = looksOf(plan.year, months, down);
  let slowestLookMs = 0;
  for (const now of looks) {
    await city.until(now);
    const begun = performance.now();
    await Promise.all(replicas.map((replica) => sendReminders.handle({}, jobContext(replica, now, courier))));
    slowestLookMs = Math.max(slowestLookMs, performance.now() - begun);
  }
  const { reminders: promised, messages: promisedMessages } = expectedReminders(plan, looks);
  return {
    ...(await readBack(store, plan)),
    promised: promised.toSorted(),
    promisedMessages,
    looks: looks.length,
    slowestLookMs,
  };
}

function looksOf(year: number, months: number, down: YearOptions['down']): readonly Date[] {
  const looks: Date[] = [];
  for (let noon = Date.parse(`${year}-01-01T12:00:00+08:00`); ; noon += 86_400_000) {
    const day = new Date(noon).toISOString().slice(0, 10);
    if (!day.startsWith(String(year)) || Number(day.slice(5, 7)) > months) return looks;
    if (down && day >= down[0] && day <= down[1]) continue;
    looks.push(...times.map((time) => new Date(`${day}T${time}:00+08:00`)));
  }
}

async function readBack(store: Store, plan: CityPlan) {
  // The year's own end warns of the regulation and of next year's notice as well: those have tests of their own.
  const rows = await store.db.reminder.findMany({ where: { subjectKind: { in: ['request', 'duty'] } } });
  const workdays = new Set(workingDays(plan.year));
  const work = new Map(plan.work.map((one) => [one.id, one]));
  const local = (at: Date): string => new Date(at.getTime() + 8 * 3_600_000).toISOString();
  const counted = (test: (sentAt: Date, subjectId: string) => boolean): number =>
    rows.filter(({ sentAt, subjectId }) => sentAt !== null && test(sentAt, subjectId ?? '')).length;
  return {
    sent: rows
      .map(({ subjectId, step, personId, sentAt, late }) =>
        [subjectId, step, personId, sentAt?.toISOString(), late ? 'late' : 'in time'].join(' '),
      )
      .toSorted(),
    messages: await store.db.message.count({ where: { direction: 'outbound' } }),
    untimely: counted((at) => {
      const [day = '', time = ''] = local(at).split('T');
      return !workdays.has(day) || time < '09:00' || time > '17:31';
    }),
    afterTheAct: counted((at, id) => {
      const doneAt = work.get(id)?.doneAt;
      return doneAt !== null && doneAt !== undefined && at >= doneAt;
    }),
  };
}
