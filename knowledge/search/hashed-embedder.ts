/** The built-in embedder: TF-IDF of characters and pairs, hashed into a few hundred dimensions. Needs no model and no network. */
import { createHash } from 'node:crypto';
import { toUnitLength } from './embedder.ts';
import type { Embedder } from './embedder.ts';
import { foldForSearch } from './fold-for-search.ts';
import { rarity } from './term-index.ts';
import { unitsOf } from './tokenize.ts';

/** Buckets that document frequencies are counted in; a clash makes two terms look a little more common. */
const buckets = 1 << 16;
/** Each term is spread over so many dimensions, so that two terms hardly ever share all of them. */
const hashesPerTerm = 4;

/** FNV-1a, varied by a seed and mixed at the end. */
function hash(term: string, seed: number): number {
  let value = (0x811c9dc5 ^ Math.imul(seed, 0x9e3779b1)) >>> 0;
  for (let at = 0; at < term.length; at += 1) value = Math.imul(value ^ term.charCodeAt(at), 0x01000193) >>> 0;
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d) >>> 0;
  return (value ^ (value >>> 13)) >>> 0;
}

function termCounts(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  let previous: { text: string; end: number } | undefined;
  for (const unit of unitsOf(foldForSearch(text))) {
    counts.set(unit.text, (counts.get(unit.text) ?? 0) + 1);
    if (previous?.end === unit.at) {
      const pair = previous.text + unit.text;
      counts.set(pair, (counts.get(pair) ?? 0) + 1);
    }
    previous = { text: unit.text, end: unit.at + unit.text.length };
  }
  return counts;
}

/** What the embedder learned from its texts; saved with an index and given back when it is loaded. */
export interface HashedEmbedderState {
  readonly dimensions: number;
  readonly documents: number;
  /** Documents in each bucket, at most 65,535. */
  readonly frequencies: Uint16Array;
}

export function learnHashedEmbedder(texts: Iterable<string>, dimensions: number): HashedEmbedderState {
  const frequencies = new Uint16Array(buckets);
  let documents = 0;
  for (const text of texts) {
    documents += 1;
    const hit = new Set<number>();
    for (const term of termCounts(text).keys()) hit.add(hash(term, 0) % buckets);
    for (const bucket of hit) frequencies[bucket] = Math.min(0xffff, (frequencies[bucket] ?? 0) + 1);
  }
  return { dimensions, documents, frequencies };
}

function embedOne(text: string, { dimensions, documents, frequencies }: HashedEmbedderState): Float32Array {
  const vector = new Float32Array(dimensions);
  for (const [term, count] of termCounts(text)) {
    const frequency = frequencies[hash(term, 0) % buckets] ?? 0;
    const weight = (1 + Math.log(count)) * rarity(Math.max(documents, frequency), frequency);
    for (let seed = 1; seed <= hashesPerTerm; seed += 1) {
      const value = hash(term, seed);
      const at = (value >>> 1) % dimensions;
      vector[at] = (vector[at] ?? 0) + ((value & 1) === 0 ? weight : -weight);
    }
  }
  return toUnitLength(vector);
}

export interface HashedEmbedder extends Embedder {
  readonly state: HashedEmbedderState;
}

export function createHashedEmbedder(state: HashedEmbedderState): HashedEmbedder {
  const learned = createHash('sha256').update(state.frequencies).update(String(state.documents)).digest('hex');
  return {
    id: `hashed-pairs/${state.dimensions}/${learned.slice(0, 16)}`,
    dimensions: state.dimensions,
    state,
    embed: (texts) => Promise.resolve(texts.map((text) => embedOne(text, state))),
  };
}
