/** `npm run eval -- answers`: asks every question of the sets and holds the answers to their floors, each half by itself. */
import { readFileSync } from 'node:fs';
import { createAnswerer } from '#knowledge/answers/create-answerer.ts';
import { standsIn } from '#knowledge/answers/proof-of.ts';
import { parseCitation } from '#knowledge/citations/parse-citation.ts';
import { loadRegulations } from '#knowledge/corpus/load-regulations.ts';
import { checkAnswer } from '#knowledge/proof/check-answer.ts';
import type { Answer } from '#knowledge/answers/answer.ts';
import { type AnswerCase, answerCaseSchema } from '#evals/sets/answer-case.ts';
import { type Judge, type Score, scoreAnswer } from './score-answer.ts';

const SETS = ['before', 'after', 'third'] as const;
/** Day of asking, so that answers about validity do not change with the day of the run. */
const ASKED_AT = new Date('2026-11-24T01:00:00Z');

export const floors = { fullyRight: 0.95, outcomeRight: 0.95, quotesTrue: 1, notNeeded: 0.05 } as const;

interface Result {
  readonly wanted: AnswerCase;
  readonly answer: Answer;
  readonly score: Score;
}

export function readCases(file: URL | string): readonly AnswerCase[] {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
  return lines.map((line) => answerCaseSchema.parse(JSON.parse(line)));
}

const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);
const answerable = ({ wanted }: Result): boolean => wanted.gold.length > 0;

interface Figures {
  readonly fullyRight: number;
  readonly outcomeRight: number;
  readonly quotesTrue: number;
  readonly notNeeded: number;
}

function figuresOf(results: readonly Result[]): Figures {
  const can = results.filter(answerable);
  const cannot = results.filter((one) => !answerable(one));
  const sum = (pick: (score: Score) => number, among: readonly Result[]): number =>
    among.reduce((total, { score }) => total + pick(score), 0);
  const quotes = sum((score) => score.quotes, results);
  return {
    fullyRight: share(can.filter(({ score }) => score.fullyRight).length, can.length),
    outcomeRight: share(cannot.filter(({ score }) => score.outcomeRight).length, cannot.length),
    quotesTrue: share(quotes - sum((score) => score.quotesFalse, results), quotes),
    notNeeded:
      1 -
      share(
        sum((score) => score.cited - score.extra.length, can),
        sum((score) => score.cited, can),
      ),
  };
}

function kindLines(results: readonly Result[]): string[] {
  const kinds = new Map<string, Result[]>();
  for (const result of results) kinds.set(result.wanted.style, [...(kinds.get(result.wanted.style) ?? []), result]);
  return [...kinds]
    .toSorted(([one], [other]) => one.localeCompare(other))
    .map(([kind, of]) => {
      const right = of.filter((one) => (answerable(one) ? one.score.fullyRight : one.score.outcomeRight)).length;
      return `  ${kind.padEnd(18)} ${String(right).padStart(3)}/${of.length}`;
    });
}

function missLine({ wanted, answer, score }: Result): string {
  const why = [
    score.outcomeRight ? '' : `outcome ${answer.outcome}, not ${[wanted.outcome].flat().join('|')}`,
    score.missed.length > 0 ? `missed ${score.missed.join(' ')}` : '',
    score.wordsMissing.length > 0 ? `without ${score.wordsMissing.join(' ')}` : '',
    score.wordsForbidden.length > 0 ? `with ${score.wordsForbidden.join(' ')}` : '',
    score.headRight ? '' : `opens ${answer.text.slice(0, 8)}, not ${wanted.head ?? ''}`,
  ];
  return `  ${wanted.id} ${wanted.q} — ${why.filter((one) => one !== '').join('; ')}`;
}

/** Options: `--set <file>` instead of the two halves, `--misses` to list what went wrong. */
export async function run(args: readonly string[]): Promise<number> {
  const regulations = loadRegulations();
  const [main] = regulations;
  if (!main) throw new Error('no regulation is loaded');
  const answerer = await createAnswerer(regulations);
  const judge: Judge = {
    clause: (printed) => {
      const place = parseCitation(printed);
      if (!place) throw new Error(`no such clause in a case: ${printed}`);
      return { regulation: main.id, ...place };
    },
    quoteStands: (proof) => standsIn(main, proof, proof.quote),
  };
  const own = args.indexOf('--set');
  const files =
    own >= 0 ? [args[own + 1] ?? ''] : SETS.map((half) => new URL(`../sets/answers-${half}.jsonl`, import.meta.url));
  let kept = true;
  for (const file of files) {
    const results: Result[] = [];
    for (const wanted of readCases(file)) {
      const made = await answerer.answer(wanted.q, { previous: wanted.prev, now: ASKED_AT });
      // What leaves is what is judged: the proof check is part of it.
      const { answer } = checkAnswer(made, { regulations, question: wanted.q });
      results.push({ wanted, answer, score: scoreAnswer(answer, wanted, judge) });
    }
    const figures = figuresOf(results);
    console.log(
      `${String(file).split('/').at(-1) ?? ''}: ${results.filter(answerable).length} answerable, ${results.filter((one) => !answerable(one)).length} not`,
    );
    console.log(kindLines(results).join('\n'));
    console.log(
      `  fully right ${figures.fullyRight.toFixed(3)} (floor ${floors.fullyRight}), right outcome ${figures.outcomeRight.toFixed(3)} (floor ${floors.outcomeRight}), ` +
        `quotes true ${figures.quotesTrue.toFixed(3)} (floor ${floors.quotesTrue}), cited but not needed ${figures.notNeeded.toFixed(3)} (ceiling ${floors.notNeeded})`,
    );
    if (args.includes('--misses'))
      console.log(
        results
          .filter((one) => (answerable(one) ? !one.score.fullyRight : !one.score.outcomeRight))
          .map(missLine)
          .join('\n'),
      );
    kept &&=
      figures.fullyRight >= floors.fullyRight &&
      figures.outcomeRight >= floors.outcomeRight &&
      figures.quotesTrue >= floors.quotesTrue &&
      figures.notNeeded <= floors.notNeeded;
  }
  return kept ? 0 : 1;
}
