/** What the proof check found wrong with an answer. */
import type { Proof } from '#knowledge/answers/answer.ts';

export type Finding =
  /** The regulation or the clause named does not exist. */
  | { readonly kind: 'clause'; readonly proof: Proof }
  /** The words do not stand in the clause named, or leave out the negation before them. */
  | { readonly kind: 'quote'; readonly proof: Proof }
  /** A sentence says what the cited clauses do not. */
  | {
      readonly kind: 'number' | 'actor' | 'modal' | 'denial' | 'citation' | 'head';
      readonly sentence: string;
      /** The words at fault. */
      readonly words: string;
      /** What the clause has in their place, where it has something. */
      readonly expected?: string;
    };

export type SentenceFinding = Exclude<Finding, { readonly kind: 'clause' | 'quote' }>;

/** Words of a statement that do not hold, before it is known which sentence they are of. */
export interface Failure {
  readonly words: string;
  readonly expected?: string;
}
