/** Search engines to measure beside one another, behind one small interface; the peers get the same pairs of characters as tokens. */
import { create, insertMultiple, search as searchOrama } from '@orama/orama';
import MiniSearch from 'minisearch';
import { buildIndex } from '#knowledge/search/build-index.ts';
import { foldForSearch } from '#knowledge/search/fold-for-search.ts';
import type { SearchSettings } from '#knowledge/search/search-settings.ts';
import type { Passage } from './generated-passages.ts';

export interface SearchPeer {
  readonly name: string;
  /** Indexes the passages; gives the search: ids, best first. */
  readonly build: (passages: readonly Passage[]) => Promise<(query: string) => Promise<readonly string[]>>;
}

const limit = 10;

function pairs(text: string): string[] {
  const units = Array.from(foldForSearch(text)).filter((character) => /[\p{L}\p{N}]/u.test(character));
  return units.length < 2 ? units : units.slice(1).map((unit, at) => (units[at] ?? '') + unit);
}

export const miniSearchPeer: SearchPeer = {
  name: 'MiniSearch, pairs',
  build: (passages) => {
    const index = new MiniSearch<Passage>({
      fields: ['text'],
      tokenize: pairs,
      processTerm: (term) => term,
      searchOptions: { combineWith: 'OR', prefix: false, fuzzy: false },
    });
    index.addAll(passages);
    return Promise.resolve((query) => {
      const hits = index.search(query).slice(0, limit);
      return Promise.resolve(hits.map((hit) => String(hit.id)));
    });
  },
};

export const oramaPeer: SearchPeer = {
  name: 'Orama, pairs',
  build: async (passages) => {
    const index = create({
      schema: { text: 'string' },
      components: {
        tokenizer: { language: 'english', normalizationCache: new Map(), tokenize: (text: string) => pairs(text) },
      },
    });
    await insertMultiple(index, [...passages], 1_000);
    return async (query) => {
      const { hits } = await searchOrama(index, { term: query, limit, threshold: 1 });
      return hits.map((hit) => hit.id);
    };
  },
};

export function ourPeer(name: string, settings: SearchSettings, embedder: 'built-in' | 'none'): SearchPeer {
  return {
    name,
    build: async (passages) => {
      const documents = passages.map(({ id, text }) => ({ id, fields: [{ text, weight: 1 }] }));
      const index = await buildIndex(documents, { settings, embedder });
      return async (query) => (await index.search(query, { limit })).map(({ id }) => id);
    },
  };
}
