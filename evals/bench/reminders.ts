/**
 * A virtual year over a city of 300 departments with thousands of open clocks: every reminder that is promised, none other,
 * after five days down and with two processes on one store; and what a look costs.
 * `npm run bench -- reminders [--departments N] [--opening N] [--work N] [--months N]`; TEST_DATABASE_URL measures PostgreSQL.
 */
import { parseArgs } from 'node:util';
import { planCity } from '#bot/jobs/virtual-year/city-plan.fixture.ts';
import { runYear, type YearResult } from '#bot/jobs/virtual-year/virtual-year.fixture.ts';
import { openStore } from '#prisma/store.ts';
import { freshLocation } from '#prisma/test-store.ts';

const seed = 20_260_101;

export async function run(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      departments: { type: 'string', default: '300' },
      work: { type: 'string', default: '1500' },
      opening: { type: 'string', default: '3000' },
      months: { type: 'string', default: '12' },
    },
  });
  const [departments, work, opening] = [values.departments, values.work, values.opening].map(Number);
  const plan = planCity({ departments: departments ?? 0, work: work ?? 0, opening: opening ?? 0 }, seed);
  const place = await freshLocation();
  const store = await openStore(place.location);
  // Two processes where the database has room for them; the embedded one serves one.
  const second = store.kind === 'postgresql' ? await openStore(place.location) : null;
  const begun = performance.now();
  const year = await runYear(store, plan, {
    months: Number(values.months),
    down: ['2026-06-08', '2026-06-12'],
    replicas: second ? [store, second] : [store],
  });
  const seconds = (performance.now() - begun) / 1_000;
  await second?.close();
  await store.close();
  await place.remove();
  const faults = faultsOf(year);
  console.log(
    [
      `virtual year on ${store.kind}${second ? ', two processes at once' : ''}: ${plan.departments.length} departments, ${plan.people.length} people, ${plan.work.length} clocks, ${year.looks} looks`,
      `promised ${year.promised.length} reminders, sent ${year.sent.length}, marked late ${year.promised.filter((line) => line.endsWith(' late')).length}, in ${year.messages} messages`,
      `missing ${faults.missing}, not promised ${faults.extra}, doubled ${faults.doubled}, at night or on a holiday ${year.untimely}, after the act ${year.afterTheAct}`,
      `most clocks open at once ${mostOpen(plan)}; slowest look ${year.slowestLookMs.toFixed(0)} ms, whole year ${seconds.toFixed(0)} s`,
    ].join('\n'),
  );
  return Object.values(faults).some((count) => count > 0) || year.untimely > 0 || year.afterTheAct > 0 ? 1 : 0;
}

function faultsOf({ sent, promised }: YearResult) {
  const wanted = new Set(promised);
  const there = new Set(sent);
  return {
    missing: promised.filter((line) => !there.has(line)).length,
    extra: sent.filter((line) => !wanted.has(line)).length,
    doubled: sent.length - there.size,
  };
}

function mostOpen({ work }: ReturnType<typeof planCity>): number {
  const changes = work
    .flatMap(({ begunAt, doneAt }) => [
      { at: begunAt.getTime(), by: 1 },
      { at: doneAt?.getTime() ?? Infinity, by: -1 },
    ])
    .toSorted((a, b) => a.at - b.at || a.by - b.by);
  let open = 0;
  let most = 0;
  for (const { by } of changes) most = Math.max(most, (open += by));
  return most;
}
