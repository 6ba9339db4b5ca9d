/** How much of a question each document answers in other words than the question's. */
import { findSubstitutes } from './substitutes.ts';
import type { Substitution } from './substitutes.ts';
import type { TermViews } from './term-views.ts';

const k1 = 1.2;
/** Other words matter less where the documents use the one that was said. */
const saidHere = 0.3;

/** By ordinal: 0 to 1, and a little above for repeated words. */
export function substituteShare(folded: string, views: TermViews, list: readonly Substitution[]): Float32Array {
  const shares = new Float32Array(views.ordinals);
  const here = new Float32Array(views.ordinals);
  let best = 0;
  for (const { said, written } of findSubstitutes(folded, list)) {
    const need = views.countPhrase(said).ordinals.length > 0 ? saidHere : 1;
    // The written words are alternatives: a document gets the best of them, not their sum.
    const touched: number[] = [];
    let rarest = 0;
    for (const word of written) {
      const { ordinals, counts } = views.countPhrase(word);
      if (ordinals.length === 0) continue;
      const rarity = views.phraseRarity(ordinals.length);
      rarest = Math.max(rarest, rarity);
      ordinals.forEach((ordinal, at) => {
        const count = counts[at] ?? 0;
        const score = (rarity * count * (k1 + 1)) / (count + k1);
        const before = here[ordinal] ?? 0;
        if (before === 0) touched.push(ordinal);
        if (score > before) here[ordinal] = score;
      });
    }
    best += need * rarest;
    for (const ordinal of touched) {
      shares[ordinal] = (shares[ordinal] ?? 0) + need * (here[ordinal] ?? 0);
      here[ordinal] = 0;
    }
  }
  return best > 0 ? shares.map((share) => share / best) : shares;
}
