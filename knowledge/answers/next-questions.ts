/** Questions to ask next: how people put the points that come nearest after the one that was answered. */
import type { NextStep } from './answer.ts';
import type { RankedTopic } from './rank-topics.ts';
import type { Topic } from './topics.ts';

const MOST = 2;
/** A button holds about so many characters. */
const FITS = 20;

/** The shortest full question of a point that fits a button. */
function shortQuestion({ point }: Topic): string | undefined {
  return point.questions
    .filter(
      (question) => /[？?]$|什么|谁|几|多久|怎么|哪/.test(question) && question.length >= 6 && question.length <= FITS,
    )
    .toSorted((a, b) => a.length - b.length)[0];
}

/** @param used topics that the answer already rests on */
export function nextQuestions(
  ranked: readonly RankedTopic[],
  topics: readonly Topic[],
  used: ReadonlySet<number>,
): readonly NextStep[] {
  return ranked
    .filter(({ topic }) => !used.has(topic) && topics[topic]?.notSaid === null)
    .slice(0, MOST * 2)
    .flatMap(({ topic }) => {
      const of = topics[topic];
      const question = of && shortQuestion(of);
      return question === undefined ? [] : [{ title: question, say: question }];
    })
    .slice(0, MOST);
}
