/** How much of a question each document answers in other words than the question's. */
import { findSubstitutes } from './substitutes.ts';
import type { Substitution } from './substitutes.ts';
import type { TermViews } from './term-views.ts';

const k1 = 1.2;
/** Other words matter less where the documents use the one that was said. */
const saidHere = 0.3;

/** Ordinal to share, 0 to 1 and a little above for repeated words; documents with none are left out. */
export function substituteShare(folded: string, views: TermViews, list: readonly Substitution[]): Map<number, number> {
  const shares = new Map<number, number>();
  let best = 0;
  for (const { said, written } of findSubstitutes(folded, list)) {
    const need = views.countPhrase(said).size > 0 ? saidHere : 1;
    // The written words are alternatives: a document gets the best of them, not their sum.
    const here = new Map<number, number>();
    let rarest = 0;
    for (const word of written) {
      const counts = views.countPhrase(word);
      if (counts.size === 0) continue;
      const rarity = views.phraseRarity(counts.size);
      rarest = Math.max(rarest, rarity);
      for (const [ordinal, count] of counts) {
        const score = (rarity * count * (k1 + 1)) / (count + k1);
        if (score > (here.get(ordinal) ?? 0)) here.set(ordinal, score);
      }
    }
    best += need * rarest;
    for (const [ordinal, score] of here) shares.set(ordinal, (shares.get(ordinal) ?? 0) + need * score);
  }
  if (best > 0) for (const [ordinal, score] of shares) shares.set(ordinal, score / best);
  return shares;
}
