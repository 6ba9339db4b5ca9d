/** Loads a saved index for documents at hand; refuses one that was made from others, or is damaged. */
import { join } from 'node:path';
import { digestBackground } from './build-index.ts';
import type { IndexOptions } from './build-index.ts';
import { EvidenceIndex } from './evidence/evidence-index.ts';
import { ExactVectors } from './exact-vectors.ts';
import { createHashedEmbedder } from './hashed-embedder.ts';
import { HnswVectors, loadHnsw } from './hnsw-vectors.ts';
import { readManifest } from './index-manifest.ts';
import type { IndexManifest } from './index-manifest.ts';
import { fromSections } from './index-sections.ts';
import type { SavedParts } from './index-sections.ts';
import { IndexedDocuments } from './indexed-documents.ts';
import type { SearchDocument } from './search-document.ts';
import { SearchFault } from './search-fault.ts';
import { formatVersion, indexDigest, SearchIndex } from './search-index.ts';
import type { VectorSide } from './search-index.ts';
import { digestOfFile, readSections } from './section-file.ts';
import { createSegmenter } from './segmenter.ts';
import { TermViews } from './term-views.ts';

function stale(dir: string, what: string): SearchFault {
  return new SearchFault('index-stale', `the index in ${dir} was made with other ${what}`);
}

/** The saved order of ordinals, with what was removed left out. */
function inSavedOrder(documents: readonly SearchDocument[], ids: SavedParts['ids'], dir: string): IndexedDocuments {
  const byId = new Map(documents.map((document) => [document.id, document]));
  const ordered = new IndexedDocuments();
  for (const id of ids) {
    if (id === null) {
      ordered.skip();
      continue;
    }
    const document = byId.get(id);
    if (!document) throw stale(dir, 'documents');
    ordered.add(document);
  }
  if (ordered.size !== documents.length) throw stale(dir, 'documents');
  return ordered;
}

async function vectorSide(
  dir: string,
  manifest: NonNullable<IndexManifest['vectors']>,
  parts: SavedParts,
  asked: IndexOptions['embedder'],
): Promise<VectorSide> {
  const { kind, dimensions, learnedFrom, graph } = manifest;
  if (!parts.vectors) throw new SearchFault('index-corrupt', `the index in ${dir} has lost its vectors`);
  if (asked === 'none') throw stale(dir, 'vectors');
  let embedder = asked === 'built-in' ? undefined : asked;
  if (!embedder) {
    if (!parts.frequencies || learnedFrom === null) throw stale(dir, 'vectors');
    embedder = createHashedEmbedder({ dimensions, documents: learnedFrom, frequencies: parts.frequencies });
  }
  if (embedder.id !== manifest.embedder || embedder.dimensions !== dimensions) throw stale(dir, 'vectors');
  const hnsw = kind === 'hnsw' ? await loadHnsw() : null;
  // Without the native package the vectors themselves still serve.
  if (!hnsw || !graph) return { embedder, index: new ExactVectors(dimensions, parts.vectors) };
  const path = join(dir, graph.file);
  if ((await digestOfFile(path)) !== graph.sha256)
    throw new SearchFault('index-corrupt', `${path} is not what was written`);
  const removed = parts.ids.flatMap((id, ordinal) => (id === null ? [ordinal] : []));
  return { embedder, index: await HnswVectors.load(hnsw, path, { dimensions, vectors: parts.vectors, removed }) };
}

/** Throws `SearchFault`: `index-missing`, `index-stale` or `index-corrupt`. */
export async function loadIndex(
  dir: string,
  documents: readonly SearchDocument[],
  options: IndexOptions,
): Promise<SearchIndex> {
  const { settings, background, onFault = () => undefined } = options;
  const manifest = await readManifest(dir);
  if (manifest.format !== formatVersion) throw stale(dir, 'code');
  const given = new IndexedDocuments();
  for (const document of documents) given.add(document);
  const backgroundDigest = digestBackground(background);
  if (indexDigest(given, settings, manifest.vectors?.embedder ?? '', backgroundDigest) !== manifest.digest)
    throw stale(dir, 'documents or settings');
  if (!manifest.vectors && options.embedder !== 'none') throw stale(dir, 'vectors');

  const parts = fromSections(await readSections(join(dir, manifest.data.file), manifest.data));
  const ordered = inSavedOrder(documents, parts.ids, dir);
  const views = new TermViews(background, settings.backgroundShare, parts.views);
  const vectors = manifest.vectors ? await vectorSide(dir, manifest.vectors, parts, options.embedder) : null;
  const segmenter = createSegmenter(settings.vocabulary);
  const evidence = settings.evidence ? new EvidenceIndex() : null;
  for (let ordinal = 0; ordinal < ordered.ordinals; ordinal += 1) {
    const document = ordered.at(ordinal);
    if (document) evidence?.add(document, segmenter);
    else {
      evidence?.skip();
      views.remove(ordinal);
      if (vectors?.index.kind === 'exact') vectors.index.remove(ordinal);
    }
  }
  return new SearchIndex({
    settings,
    segmenter,
    documents: ordered,
    views,
    evidence,
    vectors,
    backgroundDigest,
    onFault,
  });
}
