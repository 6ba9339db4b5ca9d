/** Chooses among the answers to the parts of a message and the answer to the message as a whole. */
import type { Judged } from './answer-one.ts';

const strength = ({ best, coverage }: Judged): number => best + 0.5 * coverage;
/** A part this much weaker than the strongest is scene-setting, not a question. */
const WEAK = 0.5;
/** A whole this much stronger than its strongest part was wrongly cut up. */
const STRONGER = 1.15;

function articlesOf({ answer }: Judged): Set<number> {
  return new Set([...answer.proofs, ...answer.nearest].map(({ article }) => article));
}

/**
 * @param judged one a part, null where nothing came near
 * @param whole the uncut message
 * @param story whether the questions stood in a story: what is not said of it is scene-setting when another part is answered
 */
export function worthKeeping(
  judged: readonly (Judged | null)[],
  whole: Judged | null,
  story: boolean,
): readonly Judged[] {
  const found = judged.flatMap((one) => one ?? []);
  const strongest = Math.max(0, ...found.map(strength));
  if (whole && strength(whole) > strongest * STRONGER) return [whole];
  const answered = found.filter(({ answer }) => answer.outcome === 'answered');
  return found.filter((one) => {
    if (strength(one) < strongest * WEAK) return false;
    if (one.answer.outcome !== 'not_covered' || answered.length === 0) return true;
    if (story) return false;
    // What the text does not say about a clause that another part already answers from is most likely the same question.
    const near = articlesOf(one);
    const repeats = answered.some((other) => [...near].some((article) => articlesOf(other).has(article)));
    return !(repeats && strength(one) < strongest * 0.8);
  });
}
