/** Which article a question belongs to, learnt from all questions of the guide: a softmax over terms, kept in one byte a weight. */
import { type TermBag, unit } from './term-bag.ts';
import type { TopicIndex } from './topic-index.ts';

export interface ArticleLessons {
  /** Article numbers, one a class. */
  readonly articles: readonly number[];
  /** Terms in the order of their rows of weights. */
  readonly terms: readonly string[];
  /** Weight = byte × scale. */
  readonly scale: number;
  /** Signed bytes, terms × articles, base64. */
  readonly weights: string;
}

const EPOCHS = 12;
const RATE = 0.3;
const L2 = 1e-5;
/** A term met in fewer texts tells nothing that holds for a new question. */
const LEAST_TEXTS = 2;

interface Row {
  readonly features: readonly (readonly [place: number, weight: number])[];
  readonly classes: readonly number[];
}

function rowsOf(index: TopicIndex, places: ReadonlyMap<string, number>, articles: readonly number[]): Row[] {
  return index.book.texts.flatMap(({ topic, kind }, i) => {
    const bag = index.bags[i];
    if (kind === 'gloss' || !bag) return [];
    const own = new Set(index.book.topics[topic]?.citations.map(({ article }) => articles.indexOf(article)));
    return [{ features: numbered(bag, places), classes: [...own] }];
  });
}

function numbered(bag: TermBag, places: ReadonlyMap<string, number>): [number, number][] {
  return [...unit(bag)].flatMap(([term, weight]): [number, number][] => {
    const place = places.get(term);
    return place === undefined ? [] : [[place, weight]];
  });
}

function softmax(z: Float64Array): void {
  const most = Math.max(...z);
  let sum = 0;
  for (let c = 0; c < z.length; c += 1) {
    z[c] = Math.exp((z[c] ?? 0) - most);
    sum += z[c] ?? 0;
  }
  for (let c = 0; c < z.length; c += 1) z[c] = (z[c] ?? 0) / sum;
}

function fit(rows: readonly Row[], terms: number, classes: number): Float32Array {
  const weights = new Float32Array(terms * classes);
  const squares = new Float32Array(terms * classes).fill(1e-6);
  const z = new Float64Array(classes);
  for (let epoch = 0; epoch < EPOCHS; epoch += 1)
    for (let step = 0; step < rows.length; step += 1) {
      const row = rows[(step * 7919 + epoch * 104_729) % rows.length];
      if (!row) continue;
      z.fill(0);
      for (const [place, weight] of row.features)
        for (let c = 0; c < classes; c += 1) z[c] = (z[c] ?? 0) + (weights[place * classes + c] ?? 0) * weight;
      softmax(z);
      for (const c of row.classes) z[c] = (z[c] ?? 0) - 1 / row.classes.length;
      for (const [place, weight] of row.features)
        for (let c = 0; c < classes; c += 1) {
          const at = place * classes + c;
          const gradient = (z[c] ?? 0) * weight + L2 * (weights[at] ?? 0);
          const square = (squares[at] ?? 0) + gradient * gradient;
          squares[at] = square;
          weights[at] = (weights[at] ?? 0) - (RATE * gradient) / Math.sqrt(square);
        }
    }
  return weights;
}

export function trainArticles(index: TopicIndex): ArticleLessons {
  const articles = [...new Set(index.book.topics.flatMap(({ citations }) => citations.map(({ article }) => article)))];
  articles.sort((a, b) => a - b);
  const met = new Map<string, number>();
  for (const bag of index.bags) for (const term of bag.keys()) met.set(term, (met.get(term) ?? 0) + 1);
  const terms = [...met].filter(([, n]) => n >= LEAST_TEXTS).map(([term]) => term);
  const rows = rowsOf(index, new Map(terms.map((term, i) => [term, i])), articles);
  const weights = fit(rows, terms.length, articles.length);
  const scale = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 1e-9) / 127;
  const bytes = Int8Array.from(weights, (weight) => Math.round(weight / scale));
  return { articles, terms, scale, weights: Buffer.from(bytes.buffer).toString('base64') };
}

/** @returns for a question's bag, each article's probability */
export function articleProbabilities(lessons: ArticleLessons): (bag: TermBag) => ReadonlyMap<number, number> {
  const bytes = Buffer.from(lessons.weights, 'base64');
  const weights = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
  const places = new Map(lessons.terms.map((term, i) => [term, i]));
  const classes = lessons.articles.length;
  return (bag) => {
    const z = new Float64Array(classes);
    for (const [place, weight] of numbered(bag, places))
      for (let c = 0; c < classes; c += 1)
        z[c] = (z[c] ?? 0) + (weights[place * classes + c] ?? 0) * weight * lessons.scale;
    softmax(z);
    return new Map(lessons.articles.map((article, c) => [article, z[c] ?? 0]));
  };
}
