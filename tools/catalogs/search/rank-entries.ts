/** Finds candidates in the index and orders them by how much of the search each really holds; drops what holds too little. */
import type { Hit } from '#knowledge/search/hit.ts';
import { rarity } from '#knowledge/search/term-index.ts';
import type { TermViews } from '#knowledge/search/term-views.ts';
import type { CatalogIndex } from './catalog-index.ts';
import { coverOf, holds } from './cover.ts';
import type { EntryFacts } from './entry-facts.ts';
import { evidenceOf, leastMatch, matchOf } from './match-evidence.ts';
import { type Unit, unitsOf } from './units-of.ts';

export interface CatalogHit {
  readonly entry: EntryFacts;
  /** Orders the hits; 0 to about 1. */
  readonly score: number;
  /** Share of the search that the entry holds, 0 to 1. */
  readonly cover: number;
  /** What it was judged by; see `evidenceNames`. Absent where only filters were given. */
  readonly evidence?: readonly number[];
}

interface RankOptions {
  readonly limit: number;
  readonly accepts: (entry: EntryFacts) => boolean;
  /** Beside filters, words that only name the sort of thing (数据, 目录) or what is done with it look for nothing. */
  readonly filtered: boolean;
  /** Words that an entry must hold as they stand, however much of the rest it holds. */
  readonly needed: readonly string[];
  /** Of the entries that `accepts` lets through, those to put first: the district's that the search names. */
  readonly preferred: (entry: EntryFacts) => boolean;
  /** Shows what is surely something else as well, for fitting the weights. */
  readonly doubtful?: boolean;
}

const preference = 0.3;

/** Nothing is looked for: the search was filters, or words that only ask. */
export const noSubject: readonly CatalogHit[] = [];

const candidates = 60;
/** An entry must hold nearly as much as the best one. */
const leastOfBest = 0.6;

/** @param subjects what is looked for, in one or two spellings; the one the catalogs know better counts */
export async function rankEntries(
  catalog: CatalogIndex,
  subjects: readonly string[],
  { limit, accepts, filtered, needed, preferred, doubtful = false }: RankOptions,
): Promise<readonly CatalogHit[]> {
  const { index, facts } = catalog;
  const { segmenter, views } = index.parts;
  const rarityOf = (word: string): number => rarityIn(views, word);
  const spellings = [...new Set(subjects)]
    .map((subject) => unitsOf(subject, segmenter, rarityOf))
    .filter((units) => units.length > 0 && !(filtered && units.every(({ telling }) => !telling)));
  if (spellings.length === 0) return noSubject;
  const filter = ({ id }: { readonly id: string }): boolean => {
    const entry = facts.get(id);
    return entry !== undefined && accepts(entry);
  };
  const found = new Map<string, CatalogHit>();
  for (const units of spellings) {
    for (const hit of await gather(units)) {
      const entry = facts.get(hit.id);
      if (!entry || !needed.every((word) => holds(hit.document, word))) continue;
      const cover = coverOf(units, hit.document);
      const evidence = evidenceOf(cover);
      if (!doubtful && matchOf(evidence) < leastMatch) continue;
      const score =
        0.5 * cover.whole +
        0.35 * cover.name +
        0.1 * cover.ofName +
        0.05 * Math.min(1, hit.lexicalScore) +
        (preferred(entry) ? preference : 0);
      if (score > (found.get(hit.id)?.score ?? 0)) found.set(hit.id, { entry, score, cover: cover.whole, evidence });
    }
  }
  const ranked = [...found.values()].toSorted((a, b) => b.score - a.score || (a.entry.name < b.entry.name ? -1 : 1));
  const best = Math.max(0, ...ranked.map(({ cover }) => cover));
  return ranked.filter(({ cover }) => doubtful || cover >= leastOfBest * best).slice(0, limit);

  /** One search for the words and those that mean the same: which of them an entry holds is looked at afterwards. */
  async function gather(units: readonly Unit[]): Promise<readonly Hit[]> {
    const words = units.flatMap(({ text, others }) => [text, ...others]);
    return await index.search(words.join(' '), { limit: candidates, filter });
  }
}

/** No more entries can hold the word than hold its rarest pair of characters. */
function rarityIn({ characters, pairs, ordinals }: TermViews, word: string): number {
  const terms = word.length < 2 ? [word] : Array.from(word.slice(1), (_, at) => word.slice(at, at + 2));
  // Letters and digits are kept as whole runs, not in pairs.
  if (/[a-z0-9]/u.test(word)) return rarity(ordinals, characters.frequency(word));
  const view = word.length < 2 ? characters : pairs;
  return rarity(ordinals, Math.min(...terms.map((term) => view.frequency(term))));
}
