/** An answer in the shape that `npm run ask` prints, a line each. */
import type { Answer, Proof } from '#knowledge/answers/answer.ts';

export interface CitationLine {
  readonly regulation: string;
  readonly article: number;
  readonly paragraph: number | null;
  readonly item: number | null;
  readonly quote: string;
}

export interface AnswerLine {
  readonly id: string | number;
  readonly outcome: Answer['outcome'];
  readonly text: string;
  readonly citations: readonly CitationLine[];
  readonly nearest: readonly CitationLine[];
  readonly notes: readonly { readonly kind: string; readonly text: string }[];
  /** Milliseconds, to one decimal. */
  readonly ms: number;
}

function citationLine({ title, article, paragraph, item, quote }: Proof): CitationLine {
  return { regulation: title, article, paragraph: paragraph ?? null, item: item ?? null, quote };
}

export function answerLine(id: string | number, answer: Answer, ms: number): AnswerLine {
  return {
    id,
    outcome: answer.outcome,
    text: answer.text,
    citations: answer.proofs.map(citationLine),
    nearest: answer.nearest.map(citationLine),
    notes: answer.notes,
    ms: Math.round(ms * 10) / 10,
  };
}
