/** `npx tsx evals/bench/kill-nine-cli.ts [rounds]`: kills a filing process at random moments, on a fresh store, and prints what was lost. */
import { killRounds } from '#prisma/kill-rounds.fixture.ts';
import { freshLocation } from '#prisma/test-store.ts';

const rounds = Number(process.argv[2] ?? 100);
const { location, remove } = await freshLocation();
const begun = performance.now();
const report = await killRounds(location, rounds, () => Math.random() * 1_000);
await remove();
console.log(
  JSON.stringify({
    store: 'dataDir' in location ? 'embedded' : 'postgresql',
    ...report,
    seconds: Math.round((performance.now() - begun) / 1_000),
  }),
);
process.exitCode = report.lost.length + report.torn.length > 0 ? 1 : 0;
