/**
 * `npm run bench -- broadcast [people] [seconds]`: a broadcast over four vendors' servers that refuse, stay silent, drop calls
 * and take only some of the people, with the sending process killed ten times. On PostgreSQL (TEST_DATABASE_URL) two replicas send.
 */
import { simulate, type SimulationReport } from '#bot/broadcast/loopback/simulation.fixture.ts';
import { freshLocation } from '#prisma/test-store.ts';

const kills = 10;
/** What is left of the time for the process that was killed last, and for the last answers. */
const tail = 0.85;

export async function run(args: readonly string[]): Promise<number> {
  const [people = 100_000, seconds = 300] = args.map(Number);
  const { location, remove } = await freshLocation();
  const replicas = 'dataDir' in location ? 1 : 2;
  const scale = { people, seconds, timeoutMs: 3_000, pauseEverySeconds: 30, pauseMs: 1_000, trouble: 0.001 };
  try {
    const report = await simulate({
      location,
      scale,
      kills,
      replicas,
      pause: () => ((seconds * tail * 1_000) / kills) * replicas * (0.5 + Math.random() * 0.5),
      say: (line) => console.log(`  ${line}`),
    });
    return print(report, replicas);
  } finally {
    await remove();
  }
}

function print(report: SimulationReport, replicas: number): number {
  const { states, roster, doubled, missing, unsaid, unknownTaken, channels } = report;
  const sum = Object.values(states).reduce((all, one) => all + one, 0);
  console.log(`broadcast to ${roster} people, ${replicas} sending process(es), killed ${report.kills} times`);
  console.log(
    `  roster and outbox written before anything was sent, first call after ${report.freezeSeconds.toFixed(1)} s`,
  );
  console.log(
    `  sent ${states.sent} + failed ${states.failed} + unreachable ${states.unreachable} + excluded ${states.excluded} + unknown ${states.unknown} = ${sum} of ${roster}`,
  );
  console.log(
    `  vendors' logs: ${doubled.length} people twice, ${missing.length} said to be sent and not there, ${unsaid.length} there and not said`,
  );
  console.log(
    `  unknown: ${unknownTaken} of ${states.unknown} had been taken; ${report.forwarded} departments' contacts asked to pass it on`,
  );
  for (const [channel, { people, seconds, ofRate }] of Object.entries(channels))
    console.log(
      `  ${channel.padEnd(13)} ${String(people).padStart(6)} people in ${seconds.toFixed(1)} s: ${ofRate.toFixed(2)} of its rate`,
    );
  console.log(
    `  in all ${report.seconds.toFixed(1)} s: ${report.ofRate.toFixed(2)} of the channels' own rates (aim 0.9); closed after ${report.finishSeconds.toFixed(1)} s`,
  );
  return sum === roster && doubled.length + missing.length + unsaid.length === 0 && report.ofRate >= 0.9 ? 0 : 1;
}
