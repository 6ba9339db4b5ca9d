/** One kind of terms (words, characters or pairs) over all documents, scored by BM25 over field-weighted counts. */
import { GrowingFloats } from './growable.ts';
import { Postings } from './postings.ts';
import type { PackedPostings } from './postings.ts';

export interface Bm25Settings {
  /** How soon further occurrences stop counting. */
  readonly k1: number;
  /** How far long texts are held against themselves, 0 to 1. */
  readonly b: number;
}

/** How common terms are in a larger body of text than the one indexed. */
export interface TermStatistics {
  readonly documents: number;
  readonly frequencies: ReadonlyMap<string, number>;
}

export interface SavedTermIndex extends PackedPostings {
  readonly terms: readonly string[];
  readonly lengths: Float32Array;
}

/** Rarity of a term; positive even for one that most documents hold. */
export function rarity(documents: number, frequency: number): number {
  return Math.log(1 + (documents - frequency + 0.5) / (frequency + 0.5));
}

/** Stands for "in no document": rarer than any term that was seen. */
const unseen = 0.5;

export class TermIndex {
  readonly #ids = new Map<string, number>();
  readonly #postings: Postings;
  readonly #lengths: GrowingFloats;
  readonly #removed = new Set<number>();
  readonly #background: TermStatistics | undefined;
  readonly #backgroundShare: number;
  #totalLength = 0;
  #norms: { readonly values: Float32Array; readonly k1: number; readonly b: number } | undefined;

  constructor(background?: TermStatistics, backgroundShare = 0, saved?: SavedTermIndex) {
    this.#background = background;
    this.#backgroundShare = background ? backgroundShare : 0;
    this.#postings = new Postings(saved);
    this.#lengths = GrowingFloats.from(saved?.lengths ?? new Float32Array(0));
    saved?.terms.forEach((term, id) => this.#ids.set(term, id));
    for (const length of saved?.lengths ?? []) {
      this.#totalLength += length;
    }
  }

  /** Documents ever added, removed ones included: ordinals run below it. */
  get ordinals(): number {
    return this.#lengths.length;
  }

  get documents(): number {
    return this.#lengths.length - this.#removed.size;
  }

  /** Adds the next document; its ordinal is the number of those before it. */
  add(counts: ReadonlyMap<string, number>): void {
    const ordinal = this.#lengths.length;
    let length = 0;
    for (const [term, count] of counts) {
      let id = this.#ids.get(term);
      if (id === undefined) {
        id = this.#ids.size;
        this.#ids.set(term, id);
      }
      this.#postings.add(id, ordinal, count);
      length += count;
    }
    this.#lengths.push(length);
    this.#totalLength += length;
    this.#norms = undefined;
    if (this.#postings.wantsPacking) this.pack();
  }

  /** The document's terms stay in the packed arrays until the next packing; the caller skips it in results. */
  remove(ordinal: number): void {
    if (this.#removed.has(ordinal) || ordinal >= this.#lengths.length) return;
    this.#removed.add(ordinal);
    this.#totalLength -= this.#lengths.at(ordinal);
    this.#norms = undefined;
  }

  frequency(term: string): number {
    const id = this.#ids.get(term);
    return id === undefined ? 0 : this.#postings.frequency(id);
  }

  /** Rarity here, mixed with rarity in the background text where there is one. */
  weightOf(term: string): number {
    // Until the next packing a frequency may count removed documents and exceed those left.
    const frequency = Math.max(this.frequency(term), unseen);
    const here = rarity(Math.max(this.documents, frequency), frequency);
    if (!this.#background) return here;
    const elsewhere = Math.max(this.#background.frequencies.get(term) ?? 0, unseen);
    const there = rarity(Math.max(this.#background.documents, elsewhere), elsewhere);
    return here * (1 - this.#backgroundShare) + there * this.#backgroundShare;
  }

  #normsFor({ k1, b }: Bm25Settings): Float32Array {
    if (this.#norms && this.#norms.k1 === k1 && this.#norms.b === b) return this.#norms.values;
    const average = this.#totalLength / Math.max(1, this.documents) || 1;
    const values = this.#lengths.view().map((length) => k1 * (1 - b + (b * length) / average));
    this.#norms = { values, k1, b };
    return values;
  }

  /** BM25 of every document, added to `scores` by ordinal. `weights`: the query's terms, each with its whole weight. */
  score(weights: ReadonlyMap<string, number>, settings: Bm25Settings, scores: Float32Array): void {
    const norms = this.#normsFor(settings);
    for (const [term, weight] of weights) {
      const id = this.#ids.get(term);
      if (id !== undefined) this.#postings.accumulate(id, weight, settings.k1, norms, scores);
    }
  }

  /** Calls back for each document that holds the term, with its weighted count; removed documents may be among them. */
  visit(term: string, each: (ordinal: number, count: number) => void): void {
    const id = this.#ids.get(term);
    if (id !== undefined) this.#postings.visit(id, each);
  }

  #packed(): PackedPostings {
    return this.#postings.pack(this.#ids.size, this.#removed);
  }

  pack(): void {
    this.#packed();
  }

  save(): SavedTermIndex {
    return { ...this.#packed(), terms: [...this.#ids.keys()], lengths: this.#lengths.view() };
  }
}
