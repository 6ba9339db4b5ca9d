/** `npx tsx evals/bench/kill-filing-cli.ts [filings]`: files entries in the chat while the process is killed at random moments; prints what was lost. */
import { killFilings } from '#bot/dialogue/kill-filing.fixture.ts';
import { freshLocation } from '#prisma/test-store.ts';

const wanted = Number(process.argv[2] ?? 200);
const { location, remove } = await freshLocation();
const begun = performance.now();
const report = await killFilings(location, wanted, () => 20 + Math.random() * 800);
await remove();
console.log(
  JSON.stringify({
    store: 'dataDir' in location ? 'embedded' : 'postgresql',
    ...report,
    seconds: Math.round((performance.now() - begun) / 1_000),
  }),
);
process.exitCode = report.lost.length + report.torn.length > 0 ? 1 : 0;
