/** The three term indexes of one set of texts: words, characters and pairs, with one ordinal for each text. */
import { TermIndex, rarity } from './term-index.ts';
import type { SavedTermIndex, TermStatistics } from './term-index.ts';
import { termKinds, unitsOf } from './tokenize.ts';
import type { TermCounts, TermKind } from './tokenize.ts';

export type Background = Readonly<Record<TermKind, TermStatistics>>;

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

  /** How often each text holds the phrase, from its pairs of characters: exact for two, an upper bound for more. */
  countPhrase(phrase: string): Map<number, number> {
    const units = unitsOf(phrase);
    const first = units[0]?.text ?? '';
    const counts = new Map<number, number>();
    if (units.length < 2) {
      this.characters.visit(first, (ordinal, count) => counts.set(ordinal, count));
      return counts;
    }
    const pairs = units.slice(1).map((unit, at) => (units[at]?.text ?? '') + unit.text);
    pairs.sort((one, other) => this.pairs.frequency(one) - this.pairs.frequency(other));
    let left = counts;
    pairs.forEach((pair, at) => {
      const kept = new Map<number, number>();
      this.pairs.visit(pair, (ordinal, count) => {
        const before = at === 0 ? count : left.get(ordinal);
        if (before !== undefined) kept.set(ordinal, Math.min(before, count));
      });
      left = kept;
    });
    return left;
  }

  /** Of a phrase that so many texts hold. */
  phraseRarity(found: number): number {
    return rarity(Math.max(this.words.documents, found), found);
  }
}
