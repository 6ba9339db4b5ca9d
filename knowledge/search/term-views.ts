/** The three term indexes of one set of texts: words, characters and pairs, with one ordinal for each text. */
import { TermIndex, rarity } from './term-index.ts';
import type { SavedTermIndex, TermStatistics } from './term-index.ts';
import { termKinds, unitsOf } from './tokenize.ts';
import type { TermCounts, TermKind } from './tokenize.ts';

export type Background = Readonly<Record<TermKind, TermStatistics>>;

/** Counts beside the ordinals they belong to. */
export interface PhraseCounts {
  readonly ordinals: number[];
  readonly counts: number[];
}

export type SavedViews = Readonly<Record<TermKind, SavedTermIndex>>;

function views(background: Background | undefined, share: number, saved: SavedViews | undefined) {
  const view = (kind: TermKind) => new TermIndex(background?.[kind], share, saved?.[kind]);
  return { words: view('words'), characters: view('characters'), pairs: view('pairs') };
}

export class TermViews {
  readonly words: TermIndex;
  readonly characters: TermIndex;
  readonly pairs: TermIndex;

  constructor(background?: Background, backgroundShare = 0, saved?: SavedViews) {
    ({ words: this.words, characters: this.characters, pairs: this.pairs } = views(background, backgroundShare, saved));
  }

  /** Ordinals run below it. */
  get ordinals(): number {
    return this.words.ordinals;
  }

  add(counts: TermCounts): void {
    for (const kind of termKinds) this[kind].add(counts[kind]);
  }

  remove(ordinal: number): void {
    for (const kind of termKinds) this[kind].remove(ordinal);
  }

  pack(): void {
    for (const kind of termKinds) this[kind].pack();
  }

  save(): SavedViews {
    return { words: this.words.save(), characters: this.characters.save(), pairs: this.pairs.save() };
  }

  /** Which texts hold the phrase and how often, from its pairs of characters: exact for two, an upper bound for more. */
  countPhrase(phrase: string): PhraseCounts {
    const units = unitsOf(phrase);
    let found: PhraseCounts = { ordinals: [], counts: [] };
    const collect = (ordinal: number, count: number) => {
      found.ordinals.push(ordinal);
      found.counts.push(count);
    };
    if (units.length < 2) {
      this.characters.visit(units[0]?.text ?? '', collect);
      return found;
    }
    const pairs = units.slice(1).map((unit, at) => (units[at]?.text ?? '') + unit.text);
    const [rarest = '', ...others] = pairs.toSorted(
      (one, other) => this.pairs.frequency(one) - this.pairs.frequency(other),
    );
    this.pairs.visit(rarest, collect);
    for (const pair of others) {
      if (found.ordinals.length === 0) break;
      const held = new Float32Array(this.ordinals);
      this.pairs.visit(pair, (ordinal, count) => {
        held[ordinal] = count;
      });
      const { ordinals, counts } = found;
      found = { ordinals: [], counts: [] };
      ordinals.forEach((ordinal, at) => {
        const here = held[ordinal] ?? 0;
        if (here > 0) collect(ordinal, Math.min(here, counts[at] ?? 0));
      });
    }
    return found;
  }

  /** Of a phrase that so many texts hold. */
  phraseRarity(found: number): number {
    return rarity(Math.max(this.words.documents, found), found);
  }
}
