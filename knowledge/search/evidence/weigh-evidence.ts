/** Weighs every document's evidence for a question: how much of it the document holds, where, and whether it is the kind asked for. */
import { substituteShare } from '../substitute-share.ts';
import { layTerms, nearWords } from '../substitutes.ts';
import type { Bm25Settings } from '../term-index.ts';
import type { TermViews } from '../term-views.ts';
import { termKinds } from '../tokenize.ts';
import type { TermKind } from '../tokenize.ts';
import type { WeightedQuery } from '../weighted-query.ts';
import { asksAbout } from './find-definienda.ts';
import type { EvidenceIndex } from './evidence-index.ts';
import { questionKinds } from './kinds.ts';
import type { QuestionKind, StatementKind } from './kinds.ts';
import { kindMatches, signalNames } from './signals.ts';
import type { SignalName } from './signals.ts';

/** One number for each signal of each document asked about. */
export type Signals = Record<SignalName, number>;

export interface EvidenceSettings {
  readonly bm25: Bm25Settings;
  /** Passages differ less in length for no reason, so length counts more. */
  readonly passageBm25: Bm25Settings;
  /** How the kinds of terms are summed where they are scored together. */
  readonly kindShares: Readonly<Record<TermKind, number>>;
}

/** Pairs of characters in the first words of a text. */
const wholeOpening = 10;

type Scores = Record<TermKind, Float32Array>;

function scoreAll(query: WeightedQuery, views: TermViews, bm25: Bm25Settings): Scores {
  const score = (kind: TermKind) => {
    const scores = new Float32Array(views.ordinals);
    views[kind].score(query.weights[kind], bm25, scores);
    return scores;
  };
  return { words: score('words'), characters: score('characters'), pairs: score('pairs') };
}

/** Share of the query's weight, terms that occur nowhere counted by half: they may be names or slips. */
function coverage(query: WeightedQuery, views: TermViews, kind: TermKind): Float32Array {
  const shares = new Float32Array(views.ordinals);
  const whole = query.known[kind] + query.unknown[kind] / 2;
  if (whole === 0) return shares;
  for (const [term, weight] of query.weights[kind])
    views[kind].visit(term, (ordinal) => {
      shares[ordinal] = (shares[ordinal] ?? 0) + weight / whole;
    });
  return shares;
}

export class EvidenceScale {
  readonly #query: WeightedQuery;
  readonly #evidence: EvidenceIndex;
  readonly #settings: EvidenceSettings;
  readonly #texts: Scores;
  readonly #leads: Scores;
  readonly #passages: Float32Array;
  readonly #words: Float32Array;
  readonly #characters: Float32Array;
  readonly #layTerms: Float32Array;
  readonly #nearWords: Float32Array;
  readonly #asked: ReadonlySet<QuestionKind>;
  readonly #together: number;

  /** @param views - the index of the whole texts, in the same ordinals as `evidence`. */
  constructor(query: WeightedQuery, views: TermViews, evidence: EvidenceIndex, settings: EvidenceSettings) {
    this.#query = query;
    this.#evidence = evidence;
    this.#settings = settings;
    this.#texts = scoreAll(query, views, settings.bm25);
    this.#leads = scoreAll(query, evidence.leads, settings.bm25);
    let together = 0;
    for (const kind of termKinds) together += settings.kindShares[kind] * query.known[kind];
    this.#together = (together || 1) * (settings.bm25.k1 + 1);
    this.#passages = this.#bestPassages(views.ordinals);
    this.#words = coverage(query, views, 'words');
    this.#characters = coverage(query, views, 'characters');
    this.#layTerms = substituteShare(query.folded, views, layTerms);
    this.#nearWords = substituteShare(query.folded, views, nearWords);
    this.#asked = questionKinds(query.folded);
  }

  #sum(scores: Scores, ordinal: number): number {
    let sum = 0;
    for (const kind of termKinds) sum += this.#settings.kindShares[kind] * (scores[kind][ordinal] ?? 0);
    return sum;
  }

  #bestPassages(documents: number): Float32Array {
    const best = new Float32Array(documents);
    const scores = scoreAll(this.#query, this.#evidence.passages, this.#settings.passageBm25);
    this.#evidence.owners.forEach((owner, passage) => {
      const sum = this.#sum(scores, passage);
      if (sum > (best[owner] ?? 0)) best[owner] = sum;
    });
    return best;
  }

  #openingShare(opening: ReadonlySet<string>): number {
    let said = 0;
    for (const pair of opening) if (this.#query.weights.pairs.has(pair)) said += 1;
    return said / wholeOpening;
  }

  signals(ordinal: number, similarity: number): Signals {
    const { bm25 } = this.#settings;
    const share = (kind: TermKind) =>
      (this.#texts[kind][ordinal] ?? 0) / ((this.#query.known[kind] || 1) * (bm25.k1 + 1));
    const traits = this.#evidence.traits(ordinal);
    const named = traits.defines.filter((name) => this.#query.folded.includes(name));
    const has = (kind: StatementKind) => (traits.kinds.has(kind) ? 1 : 0);
    const signals: Signals = {
      words: share('words'),
      characters: share('characters'),
      pairs: share('pairs'),
      passage: (this.#passages[ordinal] ?? 0) / this.#together,
      lead: this.#sum(this.#leads, ordinal) / this.#together,
      opening: this.#openingShare(traits.opening),
      wordCoverage: this.#words[ordinal] ?? 0,
      characterCoverage: this.#characters[ordinal] ?? 0,
      layTerms: this.#layTerms[ordinal] ?? 0,
      nearWords: this.#nearWords[ordinal] ?? 0,
      similarity,
      formal: Math.max(has('purpose'), has('force')),
      defines: named.length > 0 ? 1 : 0,
      definesAsked: named.some((name) => asksAbout(this.#query.folded, name)) ? 1 : 0,
      definitionAsked: 0,
      listAsked: 0,
      timeAsked: 0,
      penaltyAsked: 0,
      breachAsked: 0,
      permissionAsked: 0,
      remedyAsked: 0,
    };
    for (const name in kindMatches) {
      const match = name as keyof typeof kindMatches; // `in` widens the key of an object known in full to string.
      const [asked, stated] = kindMatches[match];
      if (this.#asked.has(asked)) signals[match] = has(stated);
    }
    return signals;
  }
}

export function weighedSum(signals: Signals, weights: Readonly<Record<SignalName, number>>): number {
  let sum = 0;
  for (const name of signalNames) sum += weights[name] * signals[name];
  return sum;
}
