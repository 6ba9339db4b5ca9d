/** `npm run eval -- dates [from-id [to-id]]`: questions about dates in words; a wrong date said as if it were right counts apart. */
import { readFileSync } from 'node:fs';

import { answerDateQuestion, type DateAnswerRules } from '#bot/dialogue/date-question/answer-date-question.ts';
import { loadRegulations } from '#knowledge/corpus/load-regulations.ts';
import { loadCalendar } from '#tools/deadlines/calendar/load-calendar.ts';
import { dateOfSolution } from '#tools/deadlines/date-solution.ts';
import { loadLimits } from '#tools/deadlines/load-limits.ts';
import { printDate } from '#tools/deadlines/print-day.ts';
import { solveDateQuestion } from '#tools/deadlines/solve-date-question.ts';
import { readDateQuestion } from '#tools/deadlines/words/read-date-question.ts';
import { type DateCase, dateCaseSchema } from '#evals/sets/date-case.ts';

/** Share of cases that must be exact. */
const floor = 0.95;

export interface DateScore {
  readonly wanted: DateCase;
  /** A date, `ask`, `counts`, or null for no date question. */
  readonly got: string | null;
  readonly exact: boolean;
  /** A date or what counts was said where another, or nothing, was right. */
  readonly silentlyWrong: boolean;
}

type Rules = Omit<DateAnswerRules, 'now'>;

export function scoreDateCase(wanted: DateCase, rules: Rules): DateScore {
  const now = new Date(wanted.now);
  const question = readDateQuestion(wanted.q, { now, calendar: rules.calendar, prev: wanted.prev });
  const accepted: readonly (string | null)[] = [wanted.due].flat();
  if (!question) return { wanted, got: null, exact: accepted.includes(null), silentlyWrong: false };
  const solution = solveDateQuestion(question, { ...rules, now });
  const got =
    solution.kind === 'ask' ? 'ask' : solution.kind === 'no_rule' ? null : (dateOfSolution(solution) ?? 'counts');
  const { text, notes } = answerDateQuestion(question, { ...rules, now });
  const said = [text, ...notes.map((note) => note.text)].join('\n');
  // The date has to reach the person, not only the program.
  const words = [...wanted.must, ...(got !== null && /^\d/.test(got) ? [printDate(got)] : [])];
  const exact = accepted.includes(got) && words.every((word) => said.includes(word));
  return { wanted, got, exact, silentlyWrong: got !== 'ask' && !exact };
}

export function readDateCases(): readonly DateCase[] {
  const file = readFileSync(new URL('../sets/dates.jsonl', import.meta.url), 'utf8');
  return file
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => dateCaseSchema.parse(JSON.parse(line)));
}

export function run([from = '', to = '~']: readonly string[]): Promise<number> {
  const rules = { limits: loadLimits(), calendar: loadCalendar(null), regulations: loadRegulations() };
  const cases = readDateCases().filter(({ id }) => id >= from && id <= to);
  const scores = cases.map((wanted) => scoreDateCase(wanted, rules));
  for (const { wanted, got, silentlyWrong } of scores.filter(({ exact }) => !exact))
    console.log(
      `${silentlyWrong ? 'WRONG' : 'missed'} ${wanted.id} ${wanted.q}  want ${[wanted.due].flat().join('|')} got ${got}`,
    );
  const exact = scores.filter((score) => score.exact).length;
  const wrong = scores.filter((score) => score.silentlyWrong).length;
  const share = exact / scores.length;
  console.log(
    `${scores.length} date questions: exact ${exact} (${share.toFixed(3)}, floor ${floor}), silently wrong ${wrong} (none allowed)`,
  );
  return Promise.resolve(share >= floor && wrong === 0 ? 0 : 1);
}
