/** Judges one answer against its case: outcome, citations, words, opening word, and whether each quote is really in the text. */
import type { Answer, Proof } from '#knowledge/answers/answer.ts';
import type { Citation } from '#knowledge/citations/citation.ts';
import type { AnswerCase } from '#evals/sets/answer-case.ts';

export interface Score {
  readonly outcomeRight: boolean;
  /** Gold clauses that were not cited, as printed in the case. */
  readonly missed: readonly string[];
  /** Cited clauses that are neither gold nor also. */
  readonly extra: readonly string[];
  readonly cited: number;
  readonly wordsMissing: readonly string[];
  readonly wordsForbidden: readonly string[];
  readonly headRight: boolean;
  readonly quotesFalse: number;
  readonly quotes: number;
  readonly fullyRight: boolean;
}

export interface Judge {
  /** Reads a printed clause; throws on one that does not exist, so that a wrong gold can't hide. */
  readonly clause: (printed: string) => Citation;
  /** Whether the quote stands in the named clause. */
  readonly quoteStands: (proof: Proof) => boolean;
}

const DIGITS: Readonly<Record<string, string>> = {
  零: '0',
  一: '1',
  二: '2',
  两: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
  十: '10',
};

/** Folds what a fair reader would not care about: spaces, width, case, 十 ↔ 10. */
export function foldForReading(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .toLowerCase()
    .replace(/十([一二三四五六七八九])/g, (_, d: string) => `1${DIGITS[d] ?? ''}`)
    .replace(/[零一二两三四五六七八九十](?=[个种项张年条款天月类])/g, (d) => DIGITS[d] ?? d);
}

function says(text: string, alternatives: string): boolean {
  const folded = foldForReading(text);
  return alternatives.split('|').some((wanted) => folded.includes(foldForReading(wanted)));
}

/** True when `cited` is inside `wanted` or `wanted` inside `cited`: 第二十二条 is met by 第二十二条第二款. */
function meets(cited: Citation, wanted: Citation): boolean {
  if (cited.article !== wanted.article) return false;
  if (wanted.paragraph !== undefined && cited.paragraph !== undefined && wanted.paragraph !== cited.paragraph)
    return false;
  return wanted.item === undefined || cited.item === undefined || wanted.item === cited.item;
}

export function scoreAnswer(answer: Answer, wanted: AnswerCase, judge: Judge): Score {
  const outcomes = Array.isArray(wanted.outcome) ? wanted.outcome : [wanted.outcome];
  const gold = wanted.gold.map((printed) => ({ printed, citation: judge.clause(printed) }));
  const also = wanted.also.map((printed) => judge.clause(printed));
  const outcomeRight = outcomes.includes(answer.outcome);
  const missed = gold
    .filter(({ citation }) => !answer.proofs.some((proof) => meets(proof, citation)))
    .map(({ printed }) => printed);
  const extra = answer.proofs
    .filter((p) => !gold.some(({ citation }) => citation.article === p.article) && !also.some((a) => meets(p, a)))
    .map((p) => `第${p.article}条${p.paragraph === undefined ? '' : `第${p.paragraph}款`}`);
  const wordsMissing = wanted.must.filter((words) => !says(answer.text, words));
  const wordsForbidden = wanted.mustNot.filter((words) => says(answer.text, words));
  const opening = foldForReading(answer.text).replace(/^[“"《]/, '');
  const headRight =
    wanted.head === undefined || wanted.head.split('|').some((head) => opening.startsWith(foldForReading(head)));
  const all = [...answer.proofs, ...answer.nearest];
  const quotesFalse = all.filter((proof) => !judge.quoteStands(proof)).length;
  return {
    outcomeRight,
    missed,
    extra,
    cited: answer.proofs.length,
    wordsMissing,
    wordsForbidden,
    headRight,
    quotesFalse,
    quotes: all.length,
    fullyRight:
      outcomeRight &&
      missed.length === 0 &&
      wordsMissing.length === 0 &&
      wordsForbidden.length === 0 &&
      headRight &&
      quotesFalse === 0,
  };
}
