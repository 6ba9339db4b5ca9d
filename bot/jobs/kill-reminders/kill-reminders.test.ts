import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { openStore, type StoreLocation } from '#prisma/store.ts';
import { freshLocation } from '#prisma/test-store.ts';
import { planCity } from '../virtual-year/city-plan.fixture.ts';
import { expectedReminders } from '../virtual-year/expected-reminders.fixture.ts';
import { StagedCity } from '../virtual-year/staged-city.fixture.ts';

const program = fileURLToPath(new URL('reminding-process.fixture.ts', import.meta.url));
const now = new Date('2026-06-10T14:31:00+08:00');

/** @returns whether it came to its end before it was killed */
async function run(location: StoreLocation, lives: number): Promise<boolean> {
  const child = spawn(process.execPath, ['--import', 'tsx', program, JSON.stringify(location), now.toISOString()], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  let done = false;
  for await (const line of createInterface(child.stdout)) {
    if (line === 'ready') setTimeout(() => child.kill('SIGKILL'), lives).unref();
    if (line === 'done') done = true;
  }
  await exited;
  return done;
}

test(
  'kill -9 while reminders are sent: each is there once, and so is the message that told it',
  { timeout: 240_000 },
  async () => {
    const { location, remove } = await freshLocation();
    const plan = planCity({ departments: 24, work: 300 }, 11);
    const staged = await openStore(location);
    await (await StagedCity.open(staged, plan)).until(now);
    await staged.close();
    let kills = 0;
    // Each lives five times as long as the one before: the first die while they begin, the later ones with more and more done.
    while (!(await run(location, 120 * 5 ** kills))) kills += 1;
    const store = await openStore(location);
    const rows = await store.db.reminder.findMany({ where: { subjectKind: { in: ['request', 'duty'] } } });
    const messages = await store.db.message.groupBy({
      by: ['conversationId'],
      where: { direction: 'outbound' },
      _count: true,
    });
    const { reminders, messages: told } = expectedReminders(plan, [now]);
    await store.close();
    await remove();
    expect(kills).toBeGreaterThan(0);
    expect(reminders.length).toBeGreaterThan(40);
    expect(
      rows
        .map(({ subjectId, step, personId, sentAt, late }) =>
          [subjectId, step, personId, sentAt?.toISOString(), late ? 'late' : 'in time'].join(' '),
        )
        .toSorted(),
    ).toEqual(reminders.toSorted());
    expect(messages.map(({ _count }) => _count)).toEqual(messages.map(() => 1));
    expect(messages.length).toBe(told);
  },
);
