/** Answers one cleaned question from the guide: ranks topics, decides whether the text says it, and words the answer. */
import type { Regulation } from '#knowledge/corpus/regulation.ts';
import type { Place } from '#knowledge/citations/citation.ts';
import type { Claim } from '#knowledge/query/claimed-values.ts';
import type { QuestionType } from '#knowledge/query/question-type.ts';
import type { Answer, NextStep } from './answer.ts';
import { askingRole } from './asking-role.ts';
import { type HigherRule, higherLawNotes } from './higher-law.ts';
import { complement } from './complement.ts';
import { joinAnswers } from './merge-answers.ts';
import { likeYesNo } from './like-yes-no.ts';
import { nextQuestions } from './next-questions.ts';
import { notSaidAnswer, pointAnswer } from './point-answer.ts';
import { preferTopics } from './prefer-topics.ts';
import type { FalsePremise } from './premise.ts';
import { type RankedTopic, rankTopics } from './rank-topics.ts';
import type { TermBag } from './term-bag.ts';
import type { TopicIndex } from './topic-index.ts';
import type { TopicRanks } from './topic-search.ts';
import type { Topic } from './topics.ts';
import { undoneDuty, type UndoneDuty } from './undone-duty.ts';
import { expiryNotes, validityOpening } from './validity.ts';
import { wording } from './wording.ts';
import { withinPlaces } from './within-places.ts';
import { type LikeYesNo, yesNoHead } from './yes-no-head.ts';

/** What the one-question answerer works with; built once. */
export interface AnswerParts {
  readonly regulations: readonly Regulation[];
  readonly index: TopicIndex;
  readonly bagOf: (text: string) => TermBag;
  readonly typeOf: (text: string) => QuestionType;
  /** Log-odds that the text does not say what is asked. */
  readonly notSaidOdds: (question: string, bag: TermBag, ranked: readonly RankedTopic[]) => number;
  /** Log-odds that the answer to a yes/no question is no. */
  readonly noOdds: (topic: number, question: string, bag: TermBag, like: readonly LikeYesNo[]) => number;
  /** Each article's probability of being the one that a question belongs to. */
  readonly articleOdds: (bag: TermBag) => ReadonlyMap<number, number>;
  /** The first claim that the topic's clause contradicts. */
  readonly premiseOf: (topic: number, claims: readonly Claim[]) => FalsePremise | null;
  /** Ranks of the hybrid search. */
  readonly hybrid: (question: string) => Promise<TopicRanks>;
  readonly higherLaw: readonly HigherRule[];
}

export interface OneQuestion {
  /** Cleaned question, self-contained. */
  readonly text: string;
  /** What was said around it: a story, the question before. Weighs less. */
  readonly context: string;
  /** Only these clauses are meant, when the question names them. */
  readonly places: readonly Place[];
  /** Its words are of data work, so that it is about the regulation even where no known question is like it. */
  readonly ofDataWork: boolean;
  /** ISO date of asking. */
  readonly day: string;
}

/** How sure the answer is, for whoever has to choose between it and something else. */
export interface Judged {
  readonly answer: Answer;
  readonly best: number;
  readonly score: number;
  readonly coverage: number;
  readonly topic: string | null;
  /** Nothing known is like the question: only its words of data work speak for an answer. */
  readonly far: boolean;
}

/** Above these log-odds the text is taken not to say it. */
const NOT_SAID = 0.2;
/** Below this likeness and coverage the question is about something else. */
const FAR = { best: 0.16, coverage: 0.3 } as const;
/** Asks when it began, not whether it holds. */
const BEGINNING = /(?:从|自|是|年|月|日)[^,]{0,8}(?:开始|起)(?:施行|实施|生效|执行)|(?:施行|实施|生效)(?:日期|时间|日)/;
const CONTEXT_SHARE = 0.35;

function withContext(parts: AnswerParts, { text, context }: OneQuestion): TermBag {
  const bag = new Map(parts.bagOf(text));
  if (context !== '')
    for (const [term, weight] of parts.bagOf(context)) if (!bag.has(term)) bag.set(term, weight * CONTEXT_SHARE);
  return bag;
}

/** Claims count as premises only where the question puts them to the test. */
function premises(type: QuestionType, text: string): readonly Claim[] {
  const tests = type.shapes[0] === 'yes_no' || type.shapes[0] === 'choice' || type.shapes[0] === 'why';
  if (tests) return type.claims;
  return /规定的|要求的|既然|明明|不是说|期限是|内必须|内应当|限期/.test(text)
    ? type.claims.filter(({ kind }) => kind !== 'actor')
    : [];
}

function opening(
  parts: AnswerParts,
  question: OneQuestion,
  ranked: RankedTopic,
  regulation: Regulation,
): readonly string[] {
  const topic = parts.index.book.topics[ranked.topic];
  if (!topic) return [];
  const type = parts.typeOf(question.text);
  const valid =
    topic.point.kind === 'validity' ? validityOpening(regulation, question.text, type.claims, question.day) : null;
  if (valid !== null && !BEGINNING.test(question.text) && (type.shapes[0] === 'yes_no' || type.claims.length > 0))
    return [valid];
  const wrong = parts.premiseOf(ranked.topic, premises(type, question.text));
  if (wrong) return [wording.notX(wrong.wrong, wrong.right)];
  if (type.shapes[0] !== 'yes_no') return [];
  // A story around the question says nothing of yes or no.
  const own = parts.bagOf(question.text);
  const like = likeYesNo(parts.index, ranked.topic, own);
  const head = yesNoHead(type, parts.noOdds(ranked.topic, question.text, own, like), like);
  return head === null ? [] : [head];
}

/** @returns null when nothing in the guide comes near */
export async function answerOne(parts: AnswerParts, question: OneQuestion): Promise<Judged | null> {
  const { index, regulations } = parts;
  const bag = withContext(parts, question);
  const type = parts.typeOf(question.text);
  const hybrid = await parts.hybrid(question.text);
  const all = preferTopics(
    rankTopics(index, bag),
    index.book.topics,
    question.text,
    type,
    parts.articleOdds(bag),
    hybrid,
  );
  const ranked = withinPlaces(all, index.book.topics, question.places);
  const said = ranked.find(({ topic }) => index.book.topics[topic]?.notSaid === null);
  const not = ranked.find(({ topic }) => index.book.topics[topic]?.notSaid !== null);
  const first = ranked[0];
  const far = !first || (first.best < FAR.best && first.coverage < FAR.coverage);
  if (!first || (far && !question.ofDataWork)) return null;

  const odds = parts.notSaidOdds(question.text, bag, ranked);
  const notSaid = !said || odds > NOT_SAID;
  const chosen = notSaid && not && not.total >= (said?.total ?? 0) - 0.6 ? not : (said ?? not);
  const topic = index.book.topics[chosen?.topic ?? -1];
  const regulation = regulations.find(({ id }) => id === topic?.regulation);
  if (!chosen || !topic || !regulation) return null;

  const judged = { best: chosen.best, score: chosen.score, coverage: chosen.coverage, topic: topic.id, far };
  const next = (...used: number[]): NextStep[] => [...nextQuestions(ranked, index.book.topics, new Set(used))];
  const role = askingRole(`${question.context}${question.text}`);
  const worded = (one: Topic, opens: readonly string[]): Answer =>
    pointAnswer({
      regulation,
      topic: one,
      opening: opens,
      role,
      notes: [
        ...higherLawNotes(parts.higherLaw, one, question.text, question.day),
        ...expiryNotes(regulation, type.claims, one.point.kind === 'validity'),
      ],
    });
  const undoneAnswer = ({ catchAll, duty }: UndoneDuty): Answer => {
    const [consequence, left] = [index.book.topics[catchAll] ?? topic, index.book.topics[duty] ?? topic];
    const head = opening(parts, question, { ...chosen, topic: catchAll }, regulation);
    return joinAnswers(worded(consequence, head), worded(left, []));
  };
  const undone = undoneDuty(question.text, type, ranked, index.book.topics);
  if (undone) return { ...judged, answer: { ...undoneAnswer(undone), nextSteps: next(undone.duty, undone.catchAll) } };
  if (notSaid) return { ...judged, answer: { ...notSaidAnswer(regulation, topic), nextSteps: next() } };
  const answer = worded(topic, opening(parts, question, chosen, regulation));
  const said2 = complement(
    index,
    question.text,
    bag,
    type,
    ranked.filter((one) => index.book.topics[one.topic]?.notSaid === null),
  );
  const second = index.book.topics[said2?.topic ?? -1];
  if (!second || second.regulation !== regulation.id)
    return { ...judged, answer: { ...answer, nextSteps: next(chosen.topic) } };
  const both = joinAnswers(answer, worded(second, []));
  return { ...judged, answer: { ...both, nextSteps: next(chosen.topic, said2?.topic ?? -1) } };
}
