/** Which documents hold a term and how often: packed arrays, plus a small log of what was added since they were packed. */

/** The packed form, as it is saved. Term `t` owns the entries from `starts[t]` to `starts[t + 1]`. */
export interface PackedPostings {
  readonly starts: Uint32Array;
  readonly documents: Uint32Array;
  readonly counts: Float32Array;
}

interface Added {
  readonly documents: number[];
  readonly counts: number[];
}

const emptyPack: PackedPostings = {
  starts: new Uint32Array(1),
  documents: new Uint32Array(0),
  counts: new Float32Array(0),
};

/** Below this the log is never packed: searching it costs nothing. */
const smallLog = 500_000;
/** Packing when the log has grown as large as the pack keeps the whole build linear. */
const logShare = 1;

export class Postings {
  #pack: PackedPostings;
  #log = new Map<number, Added>();
  #logged = 0;

  constructor(pack: PackedPostings = emptyPack) {
    this.#pack = pack;
  }

  #range(term: number): [from: number, to: number] {
    const { starts } = this.#pack;
    return term + 1 < starts.length ? [starts[term] ?? 0, starts[term + 1] ?? 0] : [0, 0];
  }

  /** Documents that hold the term, those removed since the last packing included. */
  frequency(term: number): number {
    const [from, to] = this.#range(term);
    return to - from + (this.#log.get(term)?.documents.length ?? 0);
  }

  /** A document's terms must be added after those of every document with a lower ordinal. */
  add(term: number, document: number, count: number): void {
    const added = this.#log.get(term);
    if (added) {
      added.documents.push(document);
      added.counts.push(count);
    } else this.#log.set(term, { documents: [document], counts: [count] });
    this.#logged += 1;
  }

  /** Whether packing now is worth its cost. */
  get wantsPacking(): boolean {
    return this.#logged > Math.max(smallLog, this.#pack.documents.length * logShare);
  }

  visit(term: number, each: (document: number, count: number) => void): void {
    const [from, to] = this.#range(term);
    const { documents, counts } = this.#pack;
    for (let at = from; at < to; at += 1) each(documents[at] ?? 0, counts[at] ?? 0);
    const added = this.#log.get(term);
    if (added) added.documents.forEach((document, at) => each(document, added.counts[at] ?? 0));
  }

  /** Adds `weight` times the BM25 saturation of each count to `scores`; `norms` is k1 × the length factor of each document. */
  accumulate(term: number, weight: number, k1: number, norms: Float32Array, scores: Float32Array): void {
    const [from, to] = this.#range(term);
    const { documents, counts } = this.#pack;
    const scaled = weight * (k1 + 1);
    for (let at = from; at < to; at += 1) {
      const document = documents[at] ?? 0;
      const count = counts[at] ?? 0;
      scores[document] = (scores[document] ?? 0) + (scaled * count) / (count + (norms[document] ?? 1));
    }
    const added = this.#log.get(term);
    if (!added) return;
    for (let at = 0; at < added.documents.length; at += 1) {
      const document = added.documents[at] ?? 0;
      const count = added.counts[at] ?? 0;
      scores[document] = (scores[document] ?? 0) + (scaled * count) / (count + (norms[document] ?? 1));
    }
  }

  /** Merges the log into the packed arrays and drops removed documents. */
  pack(terms: number, removed: ReadonlySet<number>): PackedPostings {
    const { documents: oldDocuments, counts: oldCounts } = this.#pack;
    const room = oldDocuments.length + this.#logged;
    const starts = new Uint32Array(terms + 1);
    const documents = new Uint32Array(room);
    const counts = new Float32Array(room);
    let next = 0;
    const keep = (document: number, count: number) => {
      if (removed.has(document)) return;
      documents[next] = document;
      counts[next] = count;
      next += 1;
    };
    for (let term = 0; term < terms; term += 1) {
      starts[term] = next;
      const [from, to] = this.#range(term);
      if (removed.size === 0) {
        documents.set(oldDocuments.subarray(from, to), next);
        counts.set(oldCounts.subarray(from, to), next);
        next += to - from;
      } else for (let at = from; at < to; at += 1) keep(oldDocuments[at] ?? 0, oldCounts[at] ?? 0);
      const added = this.#log.get(term);
      if (added)
        for (let at = 0; at < added.documents.length; at += 1) keep(added.documents[at] ?? 0, added.counts[at] ?? 0);
    }
    starts[terms] = next;
    this.#pack =
      next === room
        ? { starts, documents, counts }
        : { starts, documents: documents.slice(0, next), counts: counts.slice(0, next) };
    this.#log = new Map();
    this.#logged = 0;
    return this.#pack;
  }
}
