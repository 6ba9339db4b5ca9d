/** `npm run eval -- statutes`: lay questions on statutes, ranked by our search with no guide data, beside plain BM25. */
import { parseArgs } from 'node:util';
import { quantile } from '#evals/bench/quantile.ts';
import { leadInterval, type Compared } from './lead-interval.ts';
import { plainBm25 } from './plain-bm25.ts';
import { bestRank, rankingFigures, type RankingFigures } from './ranking-figures.ts';
import { lawKey, readLaws, readQuestions } from './statute-files.ts';
import { statuteSearch } from './statute-search.ts';

/** By how much the search must lead plain BM25 at the first place. */
const leastLead = 0.05;
const depth = 10;

function row(name: string, figures: RankingFigures): string {
  const cells = (['hit@1', 'hit@3', 'MRR@10'] as const).map((figure) => figures[figure].toFixed(3).padStart(8));
  return `${name.padEnd(28)}${cells.join('')}`;
}

export async function run(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { laws: { type: 'string' }, queries: { type: 'string' }, json: { type: 'boolean', default: false } },
  });
  if (values.laws === undefined || values.queries === undefined) {
    console.error('usage: npm run eval -- statutes --laws <laws.jsonl> --queries <queries.jsonl> [--json]');
    return 2;
  }
  const laws = readLaws(values.laws);
  const questions = readQuestions(values.queries);
  const missing = questions.find((question) => !laws.has(lawKey(question)));
  if (missing) {
    console.error(`no articles of ${lawKey(missing)} in ${values.laws}`);
    return 2;
  }
  const ours = statuteSearch(laws);
  const plain = new Map([...laws].map(([key, articles]) => [key, plainBm25(articles.map(({ text }) => text))]));
  const ranks: number[] = [];
  const plainRanks: number[] = [];
  const compared: Compared[] = [];
  const times: number[] = [];
  for (const question of questions) {
    const key = lawKey(question);
    const articles = laws.get(key) ?? [];
    // The law's index is built at the first question about it.
    await ours.search(key, question.q, 1);
    const started = performance.now();
    const hits = await ours.search(key, question.q, depth);
    times.push(performance.now() - started);
    const rank = bestRank(
      hits.map(({ id }) => Number(id)),
      question.gold,
    );
    const order = plain.get(key)?.(question.q) ?? [];
    const plainRank = bestRank(
      order.map((at) => articles[at]?.id ?? -1),
      question.gold,
    );
    ranks.push(rank);
    plainRanks.push(plainRank);
    compared.push({ group: key, ours: rank === 1, theirs: plainRank === 1 });
  }
  const figures = rankingFigures(ranks);
  if (values.json) {
    console.log(JSON.stringify(figures));
    return 0;
  }
  const { lead, low, high, sure } = leadInterval(compared, leastLead);
  console.log(`${questions.length} questions on ${new Set(questions.map(lawKey)).size} of ${laws.size} laws`);
  console.log(`${''.padEnd(28)}${['hit@1', 'hit@3', 'MRR@10'].map((name) => name.padStart(8)).join('')}`);
  console.log(row('plain BM25 (jieba, 1.3, .75)', rankingFigures(plainRanks)));
  console.log(row('our search', figures));
  console.log(
    `lead at hit@1 ${lead.toFixed(3)}, 95 % of draws of laws between ${low.toFixed(3)} and ${high.toFixed(3)}`,
  );
  console.log(`draws with a lead of ${leastLead} or more: ${(sure * 100).toFixed(0)} %`);
  console.log(
    `one search: ${quantile(times, 0.5).toFixed(1)} ms at the median, ${quantile(times, 0.95).toFixed(1)} ms at p95`,
  );
  return lead >= leastLead ? 0 : 1;
}
