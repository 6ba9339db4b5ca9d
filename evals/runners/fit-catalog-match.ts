/** `npm run eval -- fit-catalog-match`: fits the weights by which catalog search says that nothing matches, and writes them. */
import { writeFileSync } from 'node:fs';
import { evidenceNames } from '#tools/catalogs/search/match-evidence.ts';
import type { CatalogHit } from '#tools/catalogs/search/rank-entries.ts';
import { readCases, sets, withDemoSearch } from './catalogs.ts';
import { dot, fit, type Sample } from './match-fit.ts';

/** Of the searches that are right to find nothing, and of those that are right to find something: the best so many entries. */
const each = 2;
/** A wrong entry shown counts as much as two right ones left out: there are fewer searches of the first kind. */
const wrongCounts = 2;
const among = 5;
/** As in the ranking: an entry must hold so much of what the best one holds. */
const leastOfBest = 0.6;
const thresholds = [0.45, 0.5, 0.55, 0.58, 0.6, 0.65];
const chosen = 0.6;

export async function run(): Promise<number> {
  const searches = await withDemoSearch(async (search) => {
    const found: { readonly set: string; readonly gold: readonly string[]; readonly hits: readonly CatalogHit[] }[] =
      [];
    for (const set of sets) {
      for (const { q, gold } of readCases(set))
        found.push({ set, gold, hits: (await search.search(q, { limit: 60, doubtful: true })).hits });
    }
    return found;
  });
  const samples = searches.flatMap(({ gold, hits }, search): readonly Sample[] =>
    hits
      .filter(({ entry, evidence }) => evidence !== undefined && (gold.length === 0 || gold.includes(entry.name)))
      .slice(0, each)
      .map(({ evidence = [] }) => ({
        evidence,
        search,
        right: gold.length > 0,
        weight: gold.length > 0 ? 1 : wrongCounts,
      })),
  );
  const weights = fit(samples);
  const without = searches.map((_, search) =>
    samples.some((sample) => sample.search === search) ? fit(samples.filter((one) => one.search !== search)) : weights,
  );
  for (const least of thresholds) {
    console.log(`${least}: as fitted ${figures(() => weights, least)}`);
    console.log(`${least}: each search left out ${figures((search) => without[search] ?? weights, least)}`);
  }
  const lines = evidenceNames.map((name, at) => `  ${name}: ${(weights[at] ?? 0).toFixed(3)}`);
  writeFileSync(
    new URL('../../tools/catalogs/search/match-weights.yaml', import.meta.url),
    `# Fitted by \`npm run eval -- fit-catalog-match\` to ${samples.length} entries that searches of ${sets.join(' and ')} led to:\n` +
      `# logistic regression, ridge 1; the threshold is the one at which both sets hold both floors. Not written by hand.\n` +
      `weights:\n${lines.join('\n')}\nleast: ${chosen}\n`,
  );
  return 0;

  function figures(weightsOf: (search: number) => readonly number[], least: number): string {
    const lines = sets.map((set) => {
      let recall = 0;
      let withMatch = 0;
      let said = 0;
      let withoutMatch = 0;
      searches.forEach(({ set: of, gold, hits }, search) => {
        if (of !== set) return;
        const kept = hits.filter(
          ({ evidence }) => evidence === undefined || 1 / (1 + Math.exp(-dot(weightsOf(search), evidence))) >= least,
        );
        const best = Math.max(0, ...kept.map(({ cover }) => cover));
        const names = kept
          .filter(({ cover }) => cover >= leastOfBest * best)
          .slice(0, among)
          .map(({ entry }) => entry.name);
        if (gold.length === 0) {
          withoutMatch += 1;
          said += names.length === 0 ? 1 : 0;
        } else {
          withMatch += 1;
          recall += gold.filter((name) => names.includes(name)).length / Math.min(among, gold.length);
        }
      });
      return `${set} recall ${(recall / withMatch).toFixed(3)}, none ${said}/${withoutMatch}`;
    });
    return lines.join('; ');
  }
}
