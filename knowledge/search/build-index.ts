/** Builds a search index from documents. */
import { createHash } from 'node:crypto';
import { chooseVectors } from './choose-vectors.ts';
import type { Embedder } from './embedder.ts';
import { EvidenceIndex } from './evidence/evidence-index.ts';
import { createHashedEmbedder, learnHashedEmbedder } from './hashed-embedder.ts';
import { IndexedDocuments } from './indexed-documents.ts';
import { documentText } from './search-document.ts';
import type { SearchDocument } from './search-document.ts';
import type { SearchFault } from './search-fault.ts';
import { SearchIndex } from './search-index.ts';
import type { SearchSettings } from './search-settings.ts';
import { createSegmenter } from './segmenter.ts';
import { TermViews } from './term-views.ts';
import type { Background } from './term-views.ts';
import { termKinds } from './tokenize.ts';

export interface IndexOptions {
  readonly settings: SearchSettings;
  /** `built-in` needs no model; `none` searches words only. */
  readonly embedder: Embedder | 'built-in' | 'none';
  /** How common terms are in a larger body of text. */
  readonly background?: Background;
  /** More documents are expected to be added until there are so many. */
  readonly expected?: number;
  /** Told of an embedder that failed on a question; the search then goes on without vectors. */
  readonly onFault?: (fault: SearchFault) => void;
}

export function digestBackground(background: Background | undefined): string {
  if (!background) return '';
  const hash = createHash('sha256');
  for (const kind of termKinds)
    hash.update(JSON.stringify([background[kind].documents, ...background[kind].frequencies]));
  return hash.digest('hex');
}

/** Throws `SearchFault`: two documents with one id; an embedder that failed. */
export async function buildIndex(documents: readonly SearchDocument[], options: IndexOptions): Promise<SearchIndex> {
  const { settings, background, onFault = () => undefined } = options;
  const embedder =
    options.embedder === 'built-in'
      ? createHashedEmbedder(learnHashedEmbedder(documents.map(documentText), settings.vectors.dimensions))
      : options.embedder;
  const expected = Math.max(documents.length, options.expected ?? 0);
  const index = new SearchIndex({
    settings,
    segmenter: createSegmenter(settings.vocabulary),
    documents: new IndexedDocuments(),
    views: new TermViews(background, settings.backgroundShare),
    evidence: settings.evidence ? new EvidenceIndex() : null,
    vectors:
      embedder === 'none'
        ? null
        : { embedder, index: await chooseVectors(embedder.dimensions, expected, settings.vectors.exactUpTo) },
    backgroundDigest: digestBackground(background),
    onFault,
  });
  await index.add(documents);
  return index;
}
