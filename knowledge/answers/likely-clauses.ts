/** The clauses that a question may be about, likeliest first, whole: what a reader, or a model, is given to look at. */
import type { AnswerParts } from './answer-one.ts';
import type { Proof } from './answer.ts';
import { wholeProof } from './proof-of.ts';
import { rankTopics } from './rank-topics.ts';

const mostTopics = 24;

/** @param question cleaned and self-contained */
export async function likelyClauses(parts: AnswerParts, question: string, most: number): Promise<readonly Proof[]> {
  const likened = rankTopics(parts.index, parts.bagOf(question)).slice(0, mostTopics);
  const ranks = await parts.hybrid(question);
  const found = [...ranks].toSorted(([, one], [, other]) => one - other).slice(0, mostTopics);
  // Taken in turn from both rankings.
  const order = Array.from({ length: mostTopics }, (_, at) => [likened[at]?.topic, found[at]?.[0]]).flat();
  const clauses = new Map<string, Proof>();
  for (const at of order) {
    const topic = at === undefined ? undefined : parts.index.book.topics[at];
    const regulation = parts.regulations.find(({ id }) => id === topic?.regulation);
    if (!topic || !regulation) continue;
    for (const citation of topic.citations) {
      const proof = wholeProof(regulation, citation);
      if (proof && clauses.size < most) clauses.set(`${proof.regulation} ${proof.quote}`, proof);
    }
  }
  return [...clauses.values()];
}
