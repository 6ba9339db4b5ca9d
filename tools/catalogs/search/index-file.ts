/** Keeps the index in the data folder, so that a command on a hundred thousand entries starts in a second or two. */
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { IndexedDocuments } from '#knowledge/search/indexed-documents.ts';
import type { SearchDocument } from '#knowledge/search/search-document.ts';
import { formatVersion, SearchIndex } from '#knowledge/search/search-index.ts';
import { catalogSettings } from '#knowledge/search/search-settings.ts';
import { createSegmenter } from '#knowledge/search/segmenter.ts';
import { type SavedViews, TermViews } from '#knowledge/search/term-views.ts';
import type { CatalogIndex } from './catalog-index.ts';
import type { EntryFacts } from './entry-facts.ts';

interface SavedIndex {
  readonly revision: number;
  /** Of each ordinal; null where one was removed. */
  readonly documents: readonly (SearchDocument | null)[];
  readonly facts: readonly EntryFacts[];
  readonly words: readonly string[];
  readonly views: SavedViews;
}

/** Raised when what is saved changes its shape. */
const fileFormat = 2;
const fileName = 'catalog-index.bin';
const digestLength = 64;

/** What a saved index was made from and by: the store's stamp, the settings, the format. */
function keyOf(stamp: string): string {
  return createHash('sha256')
    .update(JSON.stringify([stamp, fileFormat, formatVersion, catalogSettings]))
    .digest('hex');
}

export async function saveCatalogIndex(folder: string, stamp: string, catalog: CatalogIndex): Promise<void> {
  const { documents, views } = catalog.index.parts;
  const saved: SavedIndex = {
    revision: catalog.revision,
    documents: documents.ids().map((_, ordinal) => documents.at(ordinal) ?? null),
    facts: [...catalog.facts.values()],
    words: catalog.words,
    views: views.save(),
  };
  const body = serialize(saved);
  const head = keyOf(stamp) + createHash('sha256').update(body).digest('hex');
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, fileName);
  const unfinished = `${file}.${process.pid}.part`;
  await writeFile(unfinished, Buffer.concat([Buffer.from(head, 'latin1'), body]), { mode: 0o600 });
  await rename(unfinished, file);
}

/** Null when there is none, or it is of another store, older or damaged. */
export async function loadCatalogIndex(folder: string, stamp: string): Promise<CatalogIndex | null> {
  const bytes = await readFile(path.join(folder, fileName)).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  });
  if (bytes === null) return null;
  const body = bytes.subarray(2 * digestLength);
  const head = keyOf(stamp) + createHash('sha256').update(body).digest('hex');
  if (bytes.subarray(0, 2 * digestLength).toString('latin1') !== head) return null;
  // The digest says that these are the very bytes saved above.
  const { revision, documents: saved, facts, words, views } = deserialize(body) as SavedIndex;
  const documents = new IndexedDocuments();
  for (const document of saved) {
    if (document) documents.add(document);
    else documents.skip();
  }
  const index = new SearchIndex({
    settings: catalogSettings,
    segmenter: createSegmenter(catalogSettings.vocabulary),
    documents,
    views: new TermViews(undefined, catalogSettings.backgroundShare, views),
    evidence: null,
    vectors: null,
    backgroundDigest: '',
    onFault: () => undefined,
  });
  return { index, facts: new Map(facts.map((one) => [one.entryId, one])), words, revision };
}
