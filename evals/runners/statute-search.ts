/** Our search over laws: an index for each law, all with the rarity of words in all the laws as background. */
import { buildIndex } from '#knowledge/search/build-index.ts';
import { countBackground } from '#knowledge/search/count-background.ts';
import type { Hit } from '#knowledge/search/hit.ts';
import type { SearchIndex } from '#knowledge/search/search-index.ts';
import { clauseSettings, type SearchSettings } from '#knowledge/search/search-settings.ts';
import { createSegmenter } from '#knowledge/search/segmenter.ts';
import type { StatuteArticle } from './statute-files.ts';

export interface StatuteSearch {
  /** Only the articles of the named law are ranked. */
  search(key: string, question: string, limit: number): Promise<Hit[]>;
}

/** Laws are indexed when they are first asked about. @param laws by `lawKey` */
export function statuteSearch(
  laws: ReadonlyMap<string, readonly StatuteArticle[]>,
  settings: SearchSettings = clauseSettings,
): StatuteSearch {
  const texts = [...laws.values()].flatMap((articles) => articles.map(({ text }) => text));
  const background = countBackground(texts, createSegmenter(settings.vocabulary));
  const indexes = new Map<string, Promise<SearchIndex>>();
  const indexOf = (key: string): Promise<SearchIndex> => {
    const known = indexes.get(key);
    if (known) return known;
    const documents = (laws.get(key) ?? []).map(({ id, text }) => ({ id: String(id), fields: [{ text, weight: 1 }] }));
    const built = buildIndex(documents, { settings, embedder: 'built-in', background });
    indexes.set(key, built);
    return built;
  };
  return { search: async (key, question, limit) => (await indexOf(key)).search(question, { limit }) };
}
