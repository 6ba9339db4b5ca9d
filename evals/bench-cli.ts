/** `npm run bench [-- <name> [arguments]]`: measures beside a peer or a floor in the same run; without a name, everything. */

/** Each is loaded when its turn comes; `run` resolves with the exit code. */
const benches: Readonly<Record<string, () => Promise<{ run: (args: readonly string[]) => Promise<number> }>>> = {
  broadcast: () => import('./bench/broadcast.ts'),
  campaign: () => import('./bench/campaign.ts'),
  catalogs: () => import('./bench/catalogs.ts'),
  turn: () => import('./bench/turn.ts'),
  'cold-start': () => import('./bench/cold-start.ts'),
  'direct-line': () => import('./bench/direct-line.ts'),
  page: () => import('./bench/page.ts'),
  reminders: () => import('./bench/reminders.ts'),
  search: () => import('./bench/search.ts'),
  vectors: () => import('./bench/vectors.ts'),
};

const [name, ...args] = process.argv.slice(2);
const chosen = name === undefined ? Object.keys(benches) : [name];
for (const one of chosen) {
  const bench = benches[one];
  if (bench) process.exitCode = Math.max(Number(process.exitCode ?? 0), await (await bench()).run(args));
  else {
    console.error(`usage: npm run bench [-- <${Object.keys(benches).join(' | ')}> [arguments]]`);
    process.exitCode = 2;
  }
}
