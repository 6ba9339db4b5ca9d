/** Finds candidates in the index and orders them by how much of the search each really holds; drops what holds too little. */
import type { Hit } from '#knowledge/search/hit.ts';
import { rarity } from '#knowledge/search/term-index.ts';
import type { TermViews } from '#knowledge/search/term-views.ts';
import type { CatalogIndex } from './catalog-index.ts';
import { coverOf, holds, type Unit, unitsOf } from './cover.ts';
import type { EntryFacts } from './entry-facts.ts';
import { generalWords } from './search-words.ts';

export interface CatalogHit {
  readonly entry: EntryFacts;
  /** Orders the hits; 0 to about 1. */
  readonly score: number;
  /** Share of the search that the entry holds, 0 to 1. */
  readonly cover: number;
}

interface RankOptions {
  readonly limit: number;
  readonly accepts: (entry: EntryFacts) => boolean;
  /** Beside filters, words that only name the sort of thing (数据, 目录) look for nothing. */
  readonly filtered: boolean;
  /** Words that an entry must hold as they stand, however much of the rest it holds. */
  readonly needed: readonly string[];
}

/** Nothing is looked for: the search was filters, or words that only ask. */
export const noSubject: readonly CatalogHit[] = [];

const candidates = 60;
/** Below it an entry is about something else. */
const leastCover = 0.42;
/** One whose name holds nothing of the search must hold nearly all of it otherwise: 票价 of a bus is not that of a train. */
const leastUnnamed = 0.75;
/** One without the word that leads the search must hold this much of it. */
const leastHeadless = 0.72;
/** An entry must hold nearly as much as the best one. */
const leastOfBest = 0.6;

/** @param subjects what is looked for, in one or two spellings; the one the catalogs know better counts */
export async function rankEntries(
  catalog: CatalogIndex,
  subjects: readonly string[],
  { limit, accepts, filtered, needed }: RankOptions,
): Promise<readonly CatalogHit[]> {
  const { index, facts } = catalog;
  const { segmenter, views } = index.parts;
  const rarityOf = (word: string): number => rarityIn(views, word);
  const spellings = [...new Set(subjects)]
    .map((subject) => unitsOf(subject, segmenter, rarityOf))
    .filter((units) => units.length > 0 && !(filtered && units.every(({ text }) => generalWords.has(text))));
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
      if (cover.name === 0 && cover.whole < leastUnnamed) continue;
      if (cover.headless && cover.whole < leastHeadless) continue;
      const score = 0.5 * cover.whole + 0.35 * cover.name + 0.1 * cover.ofName + 0.05 * Math.min(1, hit.lexicalScore);
      if (score > (found.get(hit.id)?.score ?? 0)) found.set(hit.id, { entry, score, cover: cover.whole });
    }
  }
  const ranked = [...found.values()].toSorted((a, b) => b.score - a.score || (a.entry.name < b.entry.name ? -1 : 1));
  const best = Math.max(0, ...ranked.map(({ cover }) => cover));
  return ranked.filter(({ cover }) => cover >= Math.max(leastCover, leastOfBest * best)).slice(0, limit);

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
