/** The index of what is published, kept in step with the store: whole at first, then entry by entry. */
import { buildIndex } from '#knowledge/search/build-index.ts';
import type { SearchIndex } from '#knowledge/search/search-index.ts';
import { catalogSettings } from '#knowledge/search/search-settings.ts';
import type { Db } from '#tools/tool-context.ts';
import { catalogRevision, changedSince } from '../catalog-revision.ts';
import { type EntryFacts, loadPublished, type LoadedEntry, publishedPairs } from './entry-facts.ts';
import { wordsOfNames } from './name-vocabulary.ts';

export interface CatalogIndex {
  readonly index: SearchIndex;
  readonly facts: Map<string, EntryFacts>;
  /** Words of the names, for putting slips right. */
  words: readonly string[];
  /** The revision of the store that it shows. */
  revision: number;
}

/** Words alone are as good as words with hashed vectors on names as short as these (measured), and start ten times sooner. */
export const embedder = 'none';

const manyNames = 5_000;

export async function emptyCatalogIndex(revision: number): Promise<CatalogIndex> {
  return {
    index: await buildIndex([], { settings: catalogSettings, embedder }),
    facts: new Map(),
    words: [],
    revision,
  };
}

export async function buildCatalogIndex(db: Db): Promise<CatalogIndex> {
  const built = await emptyCatalogIndex((await catalogRevision(db)).number);
  for await (const loaded of loadPublished(db, null)) await put(built, loaded);
  built.words = namesOf(built);
  return built;
}

/** Brings it up to date; one small read when nothing has changed. Returns whether something had. */
export async function followStore(catalog: CatalogIndex, db: Db): Promise<boolean> {
  const revision = await catalogRevision(db);
  if (revision.number === catalog.revision) return false;
  const changed = changedSince(revision, catalog.revision);
  await refresh(catalog, db, changed ?? (await differences(catalog, db)));
  // Cutting many names takes long; a few new ones among them can wait for the next start.
  if (catalog.facts.size < manyNames) catalog.words = namesOf(catalog);
  catalog.revision = revision.number;
  return true;
}

function namesOf({ facts, index }: CatalogIndex): readonly string[] {
  return wordsOfNames(facts.values(), index.parts.segmenter);
}

/** Entries that are published in another version than here, or only here. */
async function differences({ facts }: CatalogIndex, db: Db): Promise<readonly string[]> {
  const pairs = await publishedPairs(db);
  const current = new Set(pairs.map(({ entryId }) => entryId));
  return [
    ...pairs
      .filter(({ entryId, versionId }) => facts.get(entryId)?.versionId !== versionId)
      .map(({ entryId }) => entryId),
    ...[...facts.keys()].filter((entryId) => !current.has(entryId)),
  ];
}

async function refresh(catalog: CatalogIndex, db: Db, entryIds: readonly string[]): Promise<void> {
  const gone = new Set(entryIds);
  for await (const loaded of loadPublished(db, entryIds)) {
    for (const { facts } of loaded) gone.delete(facts.entryId);
    await put(catalog, loaded);
  }
  const removed = [...gone].filter((entryId) => catalog.facts.delete(entryId));
  catalog.index.remove(removed);
}

async function put({ index, facts }: CatalogIndex, loaded: readonly LoadedEntry[]): Promise<void> {
  await index.put(loaded.map(({ document }) => document));
  for (const entry of loaded) facts.set(entry.facts.entryId, entry.facts);
}
