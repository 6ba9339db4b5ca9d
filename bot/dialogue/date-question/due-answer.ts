/** The answer with a due date: the date, its days, how it stands, and where higher law or the end of the regulation matter. */
import type { Answer, Note, Proof } from '#knowledge/answers/answer.ts';
import { proofOf, wholeProof } from '#knowledge/answers/proof-of.ts';
import { parseCitation } from '#knowledge/citations/parse-citation.ts';
import type { Regulation } from '#knowledge/corpus/regulation.ts';
import type { Calendar } from '#tools/deadlines/calendar/calendar.ts';
import { yearOf } from '#tools/deadlines/iso-date.ts';
import type { Limit, LimitRule } from '#tools/deadlines/limit.ts';
import type { ClockReading, RuleReading } from '#tools/deadlines/read-clock.ts';
import { countedText, nextNoticeMayMove, skippedText, unpublishedYears } from '#tools/deadlines/receipt-text.ts';
import type { DueSolution } from '#tools/deadlines/date-solution.ts';
import { lateText, standingText } from '#tools/deadlines/standing-text.ts';
import type { SaidDay } from '#tools/deadlines/words/date-question.ts';

import { dateWording as wording } from './wording.ts';

/** The words of a rule that stands in the corpus; none for higher law, which does not. */
export function ruleProofs(rule: LimitRule | null, regulations: readonly Regulation[]): readonly Proof[] {
  const regulation = regulations.find(({ id }) => id === rule?.regulation);
  const place = rule && parseCitation(rule.clause);
  if (!rule || !regulation || !place || rule.quote === null) return [];
  return [proofOf(regulation, { regulation: regulation.id, ...place }, rule.quote)];
}

/** The clause that comes nearest to a limit the city does not set. */
export function nearProofs({ near }: Limit, regulations: readonly Regulation[]): readonly Proof[] {
  const place = near === null ? undefined : parseCitation(near);
  const [regulation] = regulations;
  const proof = place && regulation ? wholeProof(regulation, { regulation: regulation.id, ...place }) : null;
  return proof ? [proof] : [];
}

/** How a day that was not said in full was understood. */
export function understoodAs(said: SaidDay, day: string): readonly Note[] {
  if (said.days.length > 1) return [{ kind: 'understood_as', text: wording.anyDay(said.words) }];
  return said.assumed ? [{ kind: 'understood_as', text: wording.takenAs(said.words, day) }] : [];
}

/** What is not settled yet about a span of days. */
export function unsettled(from: string, to: string, calendar: Calendar): readonly string[] {
  const years = unpublishedYears(from, to, calendar);
  if (years.length > 0) return [wording.provisional(years.join('、'))];
  return nextNoticeMayMove(from, to, calendar) ? [wording.mayMove(yearOf(to) + 1)] : [];
}

function standingLine(
  { question }: DueSolution,
  { today, startedOn, gone, limit }: ClockReading,
  { standing }: RuleReading,
): readonly string[] {
  if (standing.kind === 'met') return [wording.inTime(standing.on, limit.does)];
  if (standing.kind === 'met_late') return [wording.late(standing.on, limit.does, lateText(standing))];
  const pressing = standing.kind === 'overdue' || standing.kind === 'due_today';
  return (question.standing || pressing) && today >= startedOn
    ? [wording.gone(today, gone, standingText(standing))]
    : [];
}

function higherNotes({ extended, question }: DueSolution, { municipal, higher }: ClockReading): readonly Note[] {
  const notes: Note[] = [];
  if (municipal && higher && higher.due < municipal.due && !question.higher) {
    const { instrument, clause, extension } = higher.rule;
    notes.push({
      kind: 'higher_law',
      text: wording.stricter(instrument, clause, higher.days, higher.due, extension?.days ?? 0),
    });
  }
  if (question.higher) {
    const rule = higher?.rule;
    notes.push({
      kind: 'higher_law',
      text:
        rule && municipal
          ? wording.higherRule(rule.instrument, rule.clause, higher.days, higher.due, higher.due === municipal.due)
          : wording.noHigherRule,
    });
  }
  if (question.extension) {
    const given = extended?.rule.extension;
    if (extended && given) {
      const needs = `${given.consent ? '经主管部门同意' : ''}${given.notice ? '并告知申请部门后' : ''}`;
      notes.push({
        kind: 'higher_law',
        text: wording.extension(extended.rule.instrument, given.clause, extended.days, needs, extended.due),
      });
    } else notes.push({ kind: 'higher_law', text: wording.noExtension });
  }
  return notes;
}

function validityNotes({ startedOn, municipal }: ClockReading): readonly Note[] {
  if (!municipal) return [];
  const { instrument, inForceFrom, inForceTo } = municipal.rule;
  if (startedOn < inForceFrom) return [{ kind: 'expiry', text: wording.notYet(instrument, inForceFrom) }];
  if (!municipal.dueAfterExpiry || inForceTo === null) return [];
  return [{ kind: 'expiry', text: wording.afterExpiry(instrument, inForceTo) }];
}

export function dueAnswer(solution: DueSolution, calendar: Calendar, regulations: readonly Regulation[]): Answer {
  const { readings, from, question } = solution;
  const [first, ...others] = readings;
  const { limit, municipal } = first;
  const shown = municipal ?? first.governing;
  const { rule, due, days, count } = shown;
  const trigger = others.length > 0 ? limit.trigger.replace('共享', '') : limit.trigger;
  const said = wording.from(question.from.days, question.from.words, from);
  const last = first.higher && first.higher.due > due ? first.higher.due : due;
  return {
    outcome: municipal ? 'answered' : 'partly_answered',
    text: [
      municipal
        ? wording.due(said, trigger, due, limit.does, days)
        : wording.dueHigherOnly(limit.title, rule.instrument, rule.clause, said, due, days),
      ...(others.length > 0 ? [wording.bothRequests] : []),
      ...(question.supplement ? [wording.supplement] : []),
      ...standingLine(solution, first, shown),
      ...unsettled(from, last, calendar),
      wording.counted(countedText(count.counted, yearOf(from))),
      ...(count.skipped.length > 0 ? [wording.skipped(skippedText(count.skipped, yearOf(from)))] : []),
    ].join('\n'),
    proofs: readings.flatMap((reading) => ruleProofs(reading.municipal?.rule ?? null, regulations)),
    nearest: municipal ? [] : [...nearProofs(limit, regulations)],
    notes: [...understoodAs(question.from, from), ...higherNotes(solution, first), ...validityNotes(first)],
    nextSteps: [],
  };
}
