/** Answers what is asked next about a request that was just spoken of, from its own clock: why that day, more time, higher law, no answer. */
import type { Answer, Proof } from '#knowledge/answers/answer.ts';
import type { ClockReading } from '#tools/deadlines/read-clock.ts';
import { extendedDue } from '#tools/deadlines/solve-date-question.ts';
import { foldWords } from '#tools/deadlines/words/fold-words.ts';
import { type Further, furtherOf } from '#tools/deadlines/words/further.ts';
import { cityCalendar } from '#tools/requests/city-calendar.ts';
import { visibleTo } from '#tools/requests/find-requests.ts';
import { furtherSteps } from '#tools/requests/next-steps.ts';
import { isOverdue, runningClock } from '#tools/requests/request-clock.ts';
import { sideOfActor } from '#tools/requests/request-result.ts';
import { requestInclude, type RequestRow } from '#tools/requests/request-row.ts';
import { clockText, requestTitle } from '#tools/requests/request-words.ts';
import { dueAnswer } from '../date-question/due-answer.ts';
import type { Turn } from '../turn.ts';
import { caseWording as wording } from './wording.ts';

/** Null: it is no such question, or no request with a running clock was spoken of. */
export async function answerCaseQuestion(turn: Turn, question: string): Promise<Answer | null> {
  const further = furtherOf(foldWords(question));
  const row = further && (await spokenOf(turn));
  if (!row) return null;
  const calendar = await cityCalendar(turn.db);
  const clock = runningClock(row, { calendar, now: turn.now });
  if (!clock) return null;
  if (further === 'no_answer') return await noAnswer(turn, row, clock);
  const told = dueAnswer(
    {
      kind: 'due',
      question: questionFor(clock, further),
      from: clock.startedOn,
      readings: [clock],
      extended: further === 'more_time' ? extendedDue(clock, calendar) : null,
    },
    calendar,
    [],
  );
  const proofs = proofsOf(turn, clock);
  if (further === 'why') return { ...told, text: `${requestTitle(row)}\n${told.text}`, proofs };
  // What was asked stands first; the days are not told again.
  const [due = ''] = told.text.split('\n');
  const law = told.notes.filter(({ kind }) => kind === 'higher_law').map(({ text }) => text);
  const mayAsk = furtherSteps(row, sideOfActor(row, turn.actor), isOverdue(clock)).some(
    ({ tool }) => tool === 'ask-extension',
  );
  return {
    ...told,
    text: [requestTitle(row), ...law, due].join('\n'),
    proofs,
    notes: told.notes.filter(({ kind }) => kind !== 'higher_law'),
    nextSteps: further === 'more_time' && mayAsk ? [wording.extension(row.number)] : [],
  };
}

/** The request that the last messages here were about, if the person may see it. */
async function spokenOf({ db, loaded, actor }: Turn): Promise<RequestRow | null> {
  const latest = await db.message.findMany({
    where: { conversationId: loaded.conversationId, direction: 'outbound' },
    orderBy: { sequence: 'desc' },
    select: { text: true, answers: true },
    take: 4,
  });
  // A long reply goes out as several messages.
  const last = latest.filter(
    ({ answers }, index) => index === 0 || (answers !== null && answers === latest[0]?.answers),
  );
  const number = /#(\d{1,9})/.exec(
    last
      .map(({ text }) => text)
      .reverse()
      .join('\n'),
  )?.[1];
  if (number === undefined) return null;
  return await db.request.findFirst({
    where: { AND: [visibleTo(actor), { number: Number(number) }] },
    include: requestInclude,
  });
}

function questionFor({ limit, startedOn }: ClockReading, further: Exclude<Further, 'no_answer'>) {
  return {
    kind: 'due',
    limits: [limit.id],
    from: { days: [startedOn], words: '', assumed: false },
    standing: true,
    done: null,
    extension: further === 'more_time',
    higher: further === 'higher',
    supplement: false,
    statedToday: null,
  } as const;
}

function proofsOf({ parts }: Turn, { municipal }: ClockReading): Proof[] {
  const clause = municipal && parts.clauseOf(municipal.rule.clause);
  return clause ? [{ ...clause, quote: municipal.rule.quote ?? clause.quote }] : [];
}

async function noAnswer(turn: Turn, row: RequestRow, clock: ClockReading): Promise<Answer | null> {
  const side = sideOfActor(row, turn.actor);
  const lead = wording.clock(requestTitle(row), clockText(clock));
  const coordination = turn.parts.clauseOf('第六条第二款');
  const answer = (text: string, nextSteps: Answer['nextSteps'], proofs: readonly Proof[]): Answer => ({
    outcome: 'answered',
    text: `${lead}\n${text}`,
    proofs: [...proofsOf(turn, clock), ...proofs],
    nearest: [],
    notes: [],
    nextSteps,
  });
  const look = wording.look(row.number);
  if (side === 'provider') return row.state === 'supplement_asked' ? answer(wording.awaited, [look], []) : null;
  if (side !== 'requester') return null;
  const proofs = coordination ? [coordination] : [];
  if (!isOverdue(clock)) {
    const provider = await turn.db.department.findUniqueOrThrow({
      where: { id: row.providerDepartmentId },
      select: { name: true, phone: true },
    });
    return answer(wording.notYet(provider.name, provider.phone), [look], proofs);
  }
  if (row.events.some(({ kind }) => kind === 'coordination_asked')) return answer(wording.escalated, [look], proofs);
  const { title, say } = wording.coordinate;
  return answer(wording.overdue, [{ title, say: say(row.number) }, look], proofs);
}
