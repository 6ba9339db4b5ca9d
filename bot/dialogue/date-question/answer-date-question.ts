/** Answers a question about dates: from the reader's value to the one answer object that every channel renders. */
import type { Answer, NextStep } from '#knowledge/answers/answer.ts';
import type { Regulation } from '#knowledge/corpus/regulation.ts';
import type { DateSolution, LatestStartSolution, PlainCountSolution } from '#tools/deadlines/date-solution.ts';
import { yearOf } from '#tools/deadlines/iso-date.ts';
import { type ReceiptCard, receiptCard } from '#tools/deadlines/receipt-card.ts';
import { countedText, skippedText } from '#tools/deadlines/receipt-text.ts';
import { type DateRules, solveDateQuestion } from '#tools/deadlines/solve-date-question.ts';
import type { AskBack, DateQuestion } from '#tools/deadlines/words/date-question.ts';

import { dueAnswer, nearProofs, ruleProofs, understoodAs, unsettled } from './due-answer.ts';
import { askWording, dateWording as wording } from './wording.ts';
import { dayKindText, whatCountsAnswer } from './what-counts-answer.ts';

export interface DateAnswerRules extends DateRules {
  /** Where the quotes come from; the city's own regulation first. */
  readonly regulations: readonly Regulation[];
}

const answer = (parts: Pick<Answer, 'outcome' | 'text'> & Partial<Answer>): Answer => ({
  proofs: [],
  nearest: [],
  notes: [],
  nextSteps: [],
  ...parts,
});

function daysOf({ counted, skipped }: PlainCountSolution['count'], from: string): readonly string[] {
  const year = yearOf(from);
  return [
    wording.counted(countedText(counted, year)),
    ...(skipped.length > 0 ? [wording.skipped(skippedText(skipped, year))] : []),
  ];
}

function startAnswer(
  { question, target, limits, rule, start, past }: LatestStartSolution,
  rules: DateAnswerRules,
): Answer {
  const { latest, latestWorkingDay, count } = start;
  const [limit] = limits;
  return answer({
    outcome: 'answered',
    text: [
      wording.start(target, latest, rule.days),
      ...(limits.length > 1 ? [wording.bothRequests] : []),
      ...(latestWorkingDay === latest ? [] : [wording.startAtWork(latestWorkingDay)]),
      ...(past ? [wording.startPast] : []),
      ...unsettled(latest, target, rules.calendar),
      ...(count.due === target ? [] : [wording.startFull(count.due)]),
      ...daysOf(count, latest),
    ].join('\n'),
    proofs: limits.flatMap(({ municipal }) => ruleProofs(municipal, rules.regulations)),
    nearest: limit.municipal ? [] : [...nearProofs(limit, rules.regulations)],
    notes: [...understoodAs(question.target, target)],
  });
}

function plainAnswer({ question, from, result, count }: PlainCountSolution, { calendar }: DateAnswerRules): Answer {
  const { days, backwards } = question;
  const [first, last] = backwards ? [result, from] : [from, result];
  return answer({
    outcome: 'answered',
    text: [
      (backwards ? wording.back : wording.onwards)(from, days, result),
      ...unsettled(first, last, calendar),
      ...daysOf(count, first),
    ].join('\n'),
    notes: [...understoodAs(question.from, from)],
  });
}

function stepsFor({ reason }: AskBack): NextStep[] {
  const { share, open, catalog, thisYear, lastYear } = wording.steps;
  if (reason === 'which_request') return [share, open, catalog];
  return reason === 'which_year' ? [thisYear, lastYear] : [];
}

/** The rule is said all the same: whoever asked gets the number before the day is known. */
function askAnswer(question: AskBack, { limits, regulations }: DateAnswerRules): Answer {
  const meant = limits.filter(({ id, municipal }) => question.limits.includes(id) && municipal);
  const [limit] = meant;
  return answer({
    outcome: 'clarify',
    text: [
      ...(limit?.municipal ? [wording.rule(limit.does, limit.municipal.days)] : []),
      askWording[question.reason](question.words),
    ].join(''),
    proofs: meant.flatMap(({ municipal }) => ruleProofs(municipal, regulations)),
    nextSteps: stepsFor(question),
  });
}

function answerSolution(solution: DateSolution, rules: DateAnswerRules): Answer {
  const { calendar, regulations, limits } = rules;
  switch (solution.kind) {
    case 'ask':
      return askAnswer(solution.question, rules);
    case 'due':
      return dueAnswer(solution, calendar, regulations);
    case 'latest_start':
      return startAnswer(solution, rules);
    case 'plain_count':
      return plainAnswer(solution, rules);
    case 'what_counts': {
      const first = limits.find(({ municipal }) => municipal);
      return whatCountsAnswer(solution, calendar, [...ruleProofs(first?.municipal ?? null, regulations)]);
    }
    case 'no_rule':
      return answer({
        outcome: 'not_covered',
        text: wording.noRule(solution.from, solution.limit.title, solution.limit.higher),
        nearest: [...nearProofs(solution.limit, regulations)],
      });
    case 'day_kind':
      return answer({ outcome: 'answered', text: dayKindText(solution) });
  }
}

/** @param question as `readDateQuestion` gave it; one that asks back gets a `clarify` answer */
export function answerDateQuestion(question: DateQuestion, rules: DateAnswerRules): Answer {
  return answerSolution(solveDateQuestion(question, rules), rules);
}

/** The receipt as a card, to be sent along with the answer; null where no single clock was read. */
export function dateQuestionCard(question: DateQuestion, rules: DateRules): ReceiptCard | null {
  if (question.kind !== 'due') return null;
  const solution = solveDateQuestion(question, rules);
  return solution.kind === 'due' ? receiptCard(solution.readings[0], rules.calendar) : null;
}
