/** Asks back when a message points at something without naming it, and offers what may have been meant. */
import type { Answer } from './answer.ts';
import { plainAnswer } from './plain-answer.ts';
import { wording } from './wording.ts';

/** After this many vague messages in a row a person is named who can help. */
const MOST_ASKED_BACK = 2;

/**
 * @param offers whole questions, two or three
 * @param before how many messages just before were as vague
 */
export function clarifyAnswer(offers: readonly string[], before: number): Answer {
  const answer = plainAnswer(
    'clarify',
    wording.tooVague(offers),
    offers.map((say) => ({ title: say, say: `${say}？` })),
  );
  return before < MOST_ASKED_BACK ? answer : { ...answer, notes: [{ kind: 'contact', text: wording.askThePerson }] };
}
