/** `npm run eval -- <name> [arguments]`: runs one of the evaluations; the exit code says whether its floors were kept. */

/** Each is loaded when it is asked for; `run` resolves with the exit code. */
const runners: Readonly<Record<string, () => Promise<{ run: (args: readonly string[]) => Promise<number> }>>> = {
  answers: () => import('./runners/answers.ts'),
  catalogs: () => import('./runners/catalogs.ts'),
  dates: () => import('./runners/dates.ts'),
  statutes: () => import('./runners/statutes.ts'),
  'fit-catalog-match': () => import('./runners/fit-catalog-match.ts'),
  'fit-evidence': () => import('./runners/fit-evidence.ts'),
  hostile: () => import('./runners/hostile.ts'),
  'red-team': () => import('./runners/red-team.ts'),
};

const [name = '', ...args] = process.argv.slice(2);
const runner = runners[name];
if (runner) process.exitCode = await (await runner()).run(args);
else {
  console.error(`usage: npm run eval -- <${Object.keys(runners).join(' | ')}> [arguments]`);
  process.exitCode = 2;
}
