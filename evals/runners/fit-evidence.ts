/** `npm run eval -- fit-evidence`: fits the weights of the search's evidence, and says what they are worth on laws left out. */
import { parseArgs } from 'node:util';
import { signalNames } from '#knowledge/search/evidence/signals.ts';
import { clauseSettings } from '#knowledge/search/search-settings.ts';
import { fitWeights, scoreRow, type RankingCase } from './fit-weights.ts';
import { bestRank, rankingFigures, type RankingFigures } from './ranking-figures.ts';
import { lawKey, readLaws, readQuestions } from './statute-files.ts';
import { statuteSearch, type StatuteSearch } from './statute-search.ts';

/** Laws are dealt into so many parts; each is ranked with weights fitted to the others. */
const folds = 6;
/** More than a law has articles: the fit must see what the fused list would cut off. */
const everything = 1_000;
/** The first file named holds real people's questions; later ones were written to it. */
const firstFileWeight = 3;

async function casesOf(file: string, weight: number, search: StatuteSearch): Promise<RankingCase[]> {
  const cases: RankingCase[] = [];
  for (const question of readQuestions(file)) {
    const hits = await search.search(lawKey(question), question.q, everything);
    const right = new Set(hits.flatMap(({ id }, at) => (question.gold.includes(Number(id)) ? [at] : [])));
    const rows = hits.map(({ signals }) => signalNames.map((name) => signals?.[name] ?? 0));
    cases.push({ group: lawKey(question), rows, right, weight });
  }
  return cases;
}

function rankOf({ rows, right }: RankingCase, weights: Float64Array): number {
  const scores = rows.map((row) => scoreRow(row, weights));
  const order = [...rows.keys()].toSorted((one, other) => (scores[other] ?? 0) - (scores[one] ?? 0) || one - other);
  return bestRank(order, [...right]);
}

function line(name: string, figures: RankingFigures): string {
  return `${name.padEnd(44)} hit@1 ${figures['hit@1'].toFixed(3)}  hit@3 ${figures['hit@3'].toFixed(3)}  MRR@10 ${figures['MRR@10'].toFixed(3)}  n ${figures.n}`;
}

export async function run(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { laws: { type: 'string' }, queries: { type: 'string', multiple: true } },
  });
  const files = values.queries ?? [];
  if (values.laws === undefined || files.length === 0) {
    console.error('usage: npm run eval -- fit-evidence --laws <laws.jsonl> --queries <queries.jsonl> [--queries …]');
    return 2;
  }
  const { evidence } = clauseSettings;
  if (!evidence) throw new Error('the settings weigh no evidence');
  const settings = { ...clauseSettings, listDepth: everything, evidence: { ...evidence, depth: everything } };
  const search = statuteSearch(readLaws(values.laws), settings);
  const sets: RankingCase[][] = [];
  for (const [at, file] of files.entries()) sets.push(await casesOf(file, at === 0 ? firstFileWeight : 1, search));
  const all = sets.flat();
  const groups = [...new Set(all.map(({ group }) => group))].toSorted();
  const foldOf = (group: string): number => groups.indexOf(group) % folds;
  const held = Array.from({ length: folds }, (_, fold) =>
    fitWeights(
      all.filter(({ group }) => foldOf(group) !== fold),
      signalNames.length,
    ),
  );
  const whole = fitWeights(all, signalNames.length);
  sets.forEach((set, at) => {
    const unseen = set.map((one) => rankOf(one, held[foldOf(one.group)] ?? whole));
    console.log(line(`${files[at] ?? ''}, laws left out`, rankingFigures(unseen)));
    console.log(line(`${files[at] ?? ''}, all fitted`, rankingFigures(set.map((one) => rankOf(one, whole)))));
  });
  console.log('weights:');
  signalNames.forEach((name, at) => console.log(`  ${name}: ${(whole[at] ?? 0).toFixed(1)},`));
  return 0;
}
