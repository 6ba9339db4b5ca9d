/** Chooses among the answers to the parts of a message and the answer to the message as a whole. */
import type { QuestionType } from '#knowledge/query/question-type.ts';
import type { Judged } from './answer-one.ts';

/** A part of a message, with what it asks for. */
export interface JudgedPart extends Judged {
  readonly type: QuestionType;
}

const strength = ({ best, coverage }: Judged): number => best + 0.5 * coverage;
/** A part this much weaker than the strongest is scene-setting, not a question. */
const WEAK = 0.5;
/** A whole this much stronger than its strongest part was wrongly cut up. */
const STRONGER = 1.15;

function articlesOf({ answer }: Judged): Set<number> {
  return new Set([...answer.proofs, ...answer.nearest].map(({ article }) => article));
}

/** Wants that a clause either meets or does not: a number of days, an amount, a phone… */
const PLAIN = new Set(['other', 'definition', 'procedure', 'actor', 'criterion']);

/** Asks for something that no other part asks for. */
function wantsItsOwn(part: JudgedPart, others: readonly JudgedPart[]): boolean {
  const own = part.type.wants.filter((want) => !PLAIN.has(want));
  return own.some((want) => others.every((other) => other === part || !other.type.wants.includes(want)));
}

/**
 * @param judged one a part, null where nothing came near
 * @param whole the uncut message
 * @param story whether the questions stood in a story: what is not said of it is scene-setting when another part is answered
 */
export function worthKeeping(
  judged: readonly (JudgedPart | null)[],
  whole: Judged | null,
  story: boolean,
): readonly Judged[] {
  const near = judged.flatMap((one) => one ?? []);
  // What only speaks of data work is scene-setting beside a part that is known.
  const found = near.some(({ far }) => !far) || (whole && !whole.far) ? near.filter(({ far }) => !far) : near;
  const strongest = Math.max(0, ...found.map(strength));
  const answered = found.filter(({ answer }) => answer.outcome === 'answered');
  if (whole && strength(whole) > strongest * STRONGER) {
    const open = found.filter((one) => one.answer.outcome === 'not_covered' && wantsItsOwn(one, found));
    if (whole.answer.outcome === 'answered' && found.length > 1) return [whole, ...open];
    return whole.answer.outcome === 'not_covered' && open.length > 0 && answered.length > 0
      ? [...answered, ...open]
      : [whole];
  }
  return found.filter((one) => {
    if (strength(one) < strongest * WEAK) return false;
    if (one.answer.outcome !== 'not_covered' || answered.length === 0) return true;
    if (story) return false;
    // What the text does not say about a clause that another part already answers from is most likely the same question.
    const places = articlesOf(one);
    const repeats = answered.some((other) => [...places].some((article) => articlesOf(other).has(article)));
    return !repeats || strength(one) >= strongest * 0.8 || wantsItsOwn(one, found);
  });
}
