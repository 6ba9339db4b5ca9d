/** What a form, the model and the docs need to know of an input field; kept beside the field's schema in a typed registry. */
import { z } from 'zod';
import type { Actor } from './people/actor.ts';

/** Which reader turns a person's words into the field's value; the readers are in `bot/dialogue/kinds/`. */
export const fieldKinds = [
  'text',
  'long_text',
  'choice',
  'choices',
  'date',
  'yes_no',
  'number',
  'department',
  'person',
  'catalog_entry',
  'request',
  'reminder',
  'time_of_day',
  'binding_request',
  'data_items',
  'text_list',
  'legal_bases',
  'audience',
  'broadcast',
  'list_line',
  'pasted_table',
] as const;
export type FieldKind = (typeof fieldKinds)[number];

/** The fields given so far, by name; values have passed their own schemas, nothing else is certain. */
export type GivenFields = Readonly<Record<string, unknown>>;

export interface FieldMeta {
  /** Chinese label: shown in the summary, accepted as `标签:值`. */
  readonly label: string;
  readonly kind: FieldKind;
  /** Other names people use for it. */
  readonly aliases?: readonly string[];
  /** The question the form asks. An optional field without one is never asked, only taken when it is offered. */
  readonly ask?: string;
  /** How to answer, shown below the question. */
  readonly hint?: string;
  /** A good value, shown when one was not understood. */
  readonly example?: string;
  /** The clause that asks for this field, e.g. 第十六条第一款; answers "为什么要填这个". */
  readonly article?: string;
  /** In plain words why it is needed; said before the clause. */
  readonly why?: string;
  /** For `choice` and `choices`: value → words people use, the first one is the label shown. */
  readonly choices?: Readonly<Record<string, readonly string[]>>;
  /**
   * For text fields: where the value stands in a sentence that opens the task, as patterns with one group, e.g.
   * `一条(.+?)的?数据目录`. Other kinds find their own words.
   */
  readonly spot?: readonly string[];
  /** For other kinds: words of which one must stand close by before a value found in a sentence counts for this field. */
  readonly near?: readonly string[];
  /** For text fields: a message that only names something may be meant for it, when it asks and orders nothing. */
  readonly alone?: boolean;
  /** For dates: on which side of today a day said without its year or month lies. */
  readonly tense?: 'past' | 'future';
  /** For an optional field: when it must be given after all. */
  readonly requiredIf?: (given: GivenFields) => boolean;
  /** For a field that only makes sense beside another: false keeps the form from asking for it. */
  readonly askOnlyIf?: (given: GivenFields) => boolean;
  /** For `catalog_entry`, `request`, `person`: which ones may be chosen; the reader of the kind says what the words mean. */
  readonly among?: string;
  /** What the roster says of the person who opens the form, e.g. their only department; shown in the summary like the rest. */
  readonly known?: (actor: Actor) => unknown;
  /** For a text one must give: what stands there when the person says that there is none, e.g. 暂无标准. */
  readonly whenNone?: string;
  /** Set by what opened the task (a button, another tool), never asked for or changed in words. */
  readonly fixed?: boolean;
}

/** `z.string().min(2).register(fieldMeta, { label: … })`, last on the field's own schema and before `.optional()`. */
export const fieldMeta = z.registry<FieldMeta>();
