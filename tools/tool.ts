/** A tool, the unit of action: from one definition come the guided form, the permission check, the audit record, the model's call and the docs. */
import type { z } from 'zod';
import type { Actor, Role } from './people/actor.ts';
import type { ToolContext } from './tool-context.ts';

/** How far a role reaches with a tool: not at all, only its own department's things, or anybody's. */
export type Reach = 'none' | 'own' | 'any';

/** One row of the permission matrix. A role that is absent has reach `none`. */
export type Permits = Readonly<Partial<Record<Role, Reach>>>;

/**
 * What a form, the model and the docs need to know of a field; set with `.meta({ … })` on the field's schema.
 * `kind` picks the parser that turns free words into the value.
 */
export interface FieldMeta {
  /** Chinese label, also accepted as `标签:值`. */
  readonly label: string;
  /** Other names people use for it. */
  readonly aliases?: readonly string[];
  /** The question the form asks. */
  readonly ask?: string;
  readonly hint?: string;
  readonly example?: string;
  /** The clause that asks for this field, e.g. 第十六条第一款; answers "为什么要填这个". */
  readonly article?: string;
  readonly kind?: FieldKind;
  /** For `choice`: official code → words people use, first one is the label shown. */
  readonly choices?: Readonly<Record<string, readonly string[]>>;
  /** Not asked: filled by an earlier step, or only when the person offers it. */
  readonly askOnlyIf?: (fields: Readonly<Record<string, unknown>>) => boolean;
}

export type FieldKind =
  | 'text'
  | 'long_text'
  | 'choice'
  | 'date'
  | 'yes_no'
  | 'number'
  | 'department'
  | 'person'
  | 'catalog_entry'
  | 'request'
  | 'data_items'
  | 'text_list';

export interface Tool<Input extends z.ZodObject = z.ZodObject, Output = unknown> {
  /** Kebab-case verb-object, unique: `file-catalog-entry`. */
  readonly name: string;
  /** Chinese name as people see it: 编制目录条目. */
  readonly title: string;
  /** One Chinese sentence: what it does and when to use it. */
  readonly purpose: string;
  readonly effect: 'reads' | 'writes';
  /** The clause under which it acts, kept in the audit record; null where none applies. */
  readonly article: string | null;
  readonly input: Input;
  readonly output: z.ZodType<Output>;
  readonly permits: Permits;
  /** Which department's things the call touches; null when it touches none in particular. Decides `own` against `any`. */
  readonly touches: (input: z.infer<Input>, context: ToolContext) => Promise<string | null> | string | null;
  /** Ways people say that they want this, for the understanding that needs no model. */
  readonly says: readonly string[];
  /** Title and lines shown before the person confirms a write; the default lists the filled fields. */
  readonly summary?: (input: z.infer<Input>, context: ToolContext) => Promise<readonly string[]>;
  /** Does it. Throws `Refusal` for an expected no. Runs inside the transaction `context.db`. */
  readonly run: (input: z.infer<Input>, context: ToolContext) => Promise<Output>;
}

/** Checks nothing at run time; gives the definition its types. */
export function defineTool<Input extends z.ZodObject, Output>(tool: Tool<Input, Output>): Tool<Input, Output> {
  return tool;
}

export type { Actor };
