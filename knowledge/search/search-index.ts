/** The hybrid index: words, characters, everyday terms and vectors searched side by side, fused by rank, weighed as evidence. */
import { createHash } from 'node:crypto';
import type { Embedder } from './embedder.ts';
import type { EvidenceIndex } from './evidence/evidence-index.ts';
import { rankByEvidence } from './evidence/rank-by-evidence.ts';
import type { HashedEmbedder } from './hashed-embedder.ts';
import { fuseRanks } from './fuse-ranks.ts';
import type { Hit } from './hit.ts';
import { makeHit } from './hit.ts';
import type { IndexedDocuments } from './indexed-documents.ts';
import { lexicalLists } from './lexical-lists.ts';
import { queryTerms } from './query-terms.ts';
import { documentText } from './search-document.ts';
import type { SearchDocument } from './search-document.ts';
import { SearchFault } from './search-fault.ts';
import type { SearchSettings } from './search-settings.ts';
import type { Segmenter } from './segmenter.ts';
import type { TermViews } from './term-views.ts';
import { countTerms, emptyCounts } from './tokenize.ts';
import type { VectorIndex } from './vector-index.ts';
import { weighQuery } from './weighted-query.ts';

export interface SearchOptions {
  readonly limit: number;
  /** Asked of documents about to be taken; must be quick and must not throw. */
  readonly filter?: (document: SearchDocument) => boolean;
}

/** Vectors with what makes them. */
export interface VectorSide {
  readonly embedder: Embedder | HashedEmbedder;
  readonly index: VectorIndex;
}

export interface SearchIndexParts {
  readonly settings: SearchSettings;
  readonly segmenter: Segmenter;
  readonly documents: IndexedDocuments;
  readonly views: TermViews;
  readonly evidence: EvidenceIndex | null;
  readonly vectors: VectorSide | null;
  /** Names the background statistics; empty without any. */
  readonly backgroundDigest: string;
  /** Told of an embedder that failed on a question; the search then goes on without vectors. */
  readonly onFault: (fault: SearchFault) => void;
}

/** Raised whenever what is saved, or what it was computed by, changes. */
export const formatVersion = 1;
const textsPerCall = 256;

export class SearchIndex {
  readonly #parts: SearchIndexParts;

  constructor(parts: SearchIndexParts) {
    this.#parts = parts;
  }

  get size(): number {
    return this.#parts.documents.size;
  }

  /** For saving and for diagnosis. */
  get parts(): SearchIndexParts {
    return this.#parts;
  }

  /** sha256 over the documents, the settings, the embedder, the background and the version of the format. */
  get digest(): string {
    const { documents, settings, vectors, backgroundDigest } = this.#parts;
    return indexDigest(documents, settings, vectors?.embedder.id ?? '', backgroundDigest);
  }

  has(id: string): boolean {
    return this.#parts.documents.has(id);
  }

  async #vectorOf(query: string): Promise<Float32Array | undefined> {
    const { vectors, onFault } = this.#parts;
    if (!vectors) return undefined;
    try {
      const [vector] = await vectors.embedder.embed([query]);
      return vector;
    } catch (error) {
      onFault(
        error instanceof SearchFault ? error : new SearchFault('embedder-failed', 'embedding failed', { cause: error }),
      );
      return undefined;
    }
  }

  async search(query: string, { limit, filter }: SearchOptions): Promise<Hit[]> {
    const { settings, segmenter, documents, views, evidence, vectors } = this.#parts;
    const weighed = weighQuery(queryTerms(query, segmenter, settings.fillerWeight), views);
    const vector = await this.#vectorOf(query);
    const accepts = (ordinal: number) => {
      const document = documents.at(ordinal);
      return document !== undefined && (filter === undefined || filter(document));
    };
    const { fusion, listDepth } = settings;
    const lexical = lexicalLists(weighed, views, settings, accepts);
    const lists = {
      words: lexical.words,
      grams: lexical.grams,
      vectors: vector && vectors ? vectors.index.search(vector, listDepth, accepts) : [],
      layTerms: lexical.layTerms,
    };
    const fused = fuseRanks(
      [
        { ranked: lists.words, weight: fusion.words },
        { ranked: lists.grams, weight: fusion.grams },
        { ranked: lists.vectors, weight: fusion.vectors },
        { ranked: lists.layTerms, weight: fusion.layTerms },
      ],
      fusion.constant,
    );
    const similarity = (ordinal: number) =>
      vector && vectors ? Math.max(0, vectors.index.similarity(ordinal, vector)) : undefined;
    const ranked =
      evidence && settings.evidence
        ? rankByEvidence(
            fused,
            weighed,
            views,
            evidence,
            { ...settings, evidence: settings.evidence },
            (ordinal) => similarity(ordinal) ?? 0,
          )
        : fused;
    return ranked.slice(0, limit).flatMap((entry) => {
      const document = documents.at(entry.ordinal);
      return document ? [makeHit(document, entry, lists, lexical.share(entry.ordinal), similarity(entry.ordinal))] : [];
    });
  }

  /** Adds documents with new ids. Nothing changes when it throws. */
  async add(added: readonly SearchDocument[]): Promise<void> {
    const { documents, vectors } = this.#parts;
    const seen = new Set<string>();
    for (const { id } of added) {
      if (documents.has(id) || seen.has(id)) throw new SearchFault('bad-document', `two documents have the id ${id}`);
      seen.add(id);
    }
    for (let from = 0; from < added.length; from += textsPerCall) {
      const some = added.slice(from, from + textsPerCall);
      const made = vectors ? await vectors.embedder.embed(some.map(documentText)) : [];
      some.forEach((document, at) => this.#addOne(document, made[at]));
      // A long build must let a server answer in between.
      if (from + textsPerCall < added.length) await new Promise(setImmediate);
    }
  }

  #addOne(document: SearchDocument, vector: Float32Array | undefined): void {
    const { segmenter, documents, views, evidence, vectors } = this.#parts;
    const counts = emptyCounts();
    for (const field of document.fields) countTerms(field.text, segmenter, counts, field.weight);
    const ordinal = documents.add(document);
    views.add(counts);
    evidence?.add(document, segmenter);
    if (vectors && vector) vectors.index.add(ordinal, vector);
  }

  remove(ids: readonly string[]): void {
    const { documents, views, evidence, vectors } = this.#parts;
    for (const id of ids) {
      const ordinal = documents.remove(id);
      views.remove(ordinal);
      evidence?.remove(ordinal);
      vectors?.index.remove(ordinal);
    }
  }

  /** Replaces the documents that are there and adds those that are not. */
  async put(changed: readonly SearchDocument[]): Promise<void> {
    this.remove(changed.filter(({ id }) => this.has(id)).map(({ id }) => id));
    await this.add(changed);
  }
}

export function indexDigest(
  documents: IndexedDocuments,
  settings: SearchSettings,
  embedderId: string,
  backgroundDigest: string,
): string {
  const content = [formatVersion, documents.size, documents.digest(), settings, embedderId, backgroundDigest];
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}
