/** The port of a kind of field: from a person's words to a value, and from a value to what people see. */
import type { FieldKind, GivenFields } from '#tools/field-meta.ts';
import type { Field } from '#tools/fields-of.ts';
import type { LookContext } from '#tools/tool-context.ts';
import type { Words } from '../words.ts';

export interface ReadingContext extends LookContext {
  readonly field: Field;
  readonly given: GivenFields;
}

export interface Option {
  readonly title: string;
  readonly value: unknown;
}

export type Reading =
  | { readonly kind: 'value'; readonly value: unknown }
  /** `why` is one plain sentence; null: it just is none of these. */
  | { readonly kind: 'invalid'; readonly why: string | null }
  /** Likeliest first; the form shows at most three and takes free text as well. */
  | { readonly kind: 'ambiguous'; readonly options: readonly Option[] };

/** Words within a sentence that give a field, by their place. */
export interface Spotted {
  readonly start: number;
  readonly end: number;
}

export interface FieldReader {
  readonly kind: FieldKind;
  /** Whether any statement is a good value. Of other kinds only what is understood is one. */
  readonly open: boolean;
  /** The words are meant as the answer. */
  readonly read: (words: Words, context: ReadingContext) => Promise<Reading> | Reading;
  /** Finds the field's words in a sentence about several things; certain ones only. */
  readonly spot: (sentence: Words, context: ReadingContext) => Promise<readonly Spotted[]> | readonly Spotted[];
  readonly show: (value: unknown, context: ReadingContext) => Promise<string> | string;
  /** All that can be chosen, when that is few. */
  readonly options?: (context: ReadingContext) => Promise<readonly Option[]> | readonly Option[];
}
