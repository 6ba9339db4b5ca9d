/** A tool, the unit of action: from one definition come the guided form, the permission check, the audit record, the model's call and the docs. */
import type { z } from 'zod';
import type { GivenFields } from './field-meta.ts';
import type { Role } from './people/actor.ts';
import type { LookContext, ToolContext } from './tool-context.ts';

/** How far a role reaches with a tool: not at all, only its own department's (or person's) things, or anybody's. */
export const reaches = ['none', 'own', 'any'] as const;
export type Reach = (typeof reaches)[number];

/** One row of the permission matrix. A role that is absent has reach `none`. */
export type Permits = Readonly<Partial<Record<Role, Reach>>>;

/** Whose things a call touches. Reach `own` holds when the department or the person is the actor's. */
export interface Touched {
  readonly departmentId?: string | null;
  readonly personId?: string | null;
}

/** A remark on what has been given so far, made once while the form is filled. */
export interface Advice {
  /** The same remark is not made twice in one draft. */
  readonly id: string;
  /** One or two plain Chinese sentences. */
  readonly text: string;
  readonly article?: string;
  /** It cannot go on like this: nothing is asked or filed until a field changes; `text` says what else one can do. */
  readonly blocks?: boolean;
}

/** A new one is begun with what an earlier one says; what tells the two apart is left to be given. */
export interface Copies {
  /** The field that names the earlier one, as its kind's reader needs it: what it is called, which ones may be named. */
  readonly from: z.ZodType;
  /** The one the actor made last; null when there is none. */
  lastOf(context: LookContext): Promise<string | null>;
  /** Null: there is none the actor may see. */
  valuesOf(id: string, context: LookContext): Promise<{ readonly name: string; readonly values: GivenFields } | null>;
}

/** How a filing is taken back: the opposite tool, ready to be confirmed. */
export interface Undoing {
  readonly tool: string;
  readonly fields: GivenFields;
  readonly withinMinutes: number;
}

/**
 * The functions are written as methods, so that a list can hold tools of every input: the runner gives each only what its
 * own schema has passed.
 */
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
  /** Every field registered in `fieldMeta`. */
  readonly input: Input;
  /** JSON only: it is stored with the run and read back when the same run is asked for again. */
  readonly output: z.ZodType<Output>;
  readonly permits: Permits;
  /**
   * Ways people say that they want this, for the understanding that needs no model: words that must follow each other
   * with anything between, alternatives parted by a bar: `编|编制|新建 目录`.
   */
  readonly says: readonly string[];
  /** Whose things the call touches; null when it touches nobody's in particular. Decides `own` against `any`. */
  touches(input: z.infer<Input>, context: LookContext): Promise<Touched | null> | Touched | null;
  /** What to call a draft of it, so that people can switch between several; default: the title. */
  draftName?(given: GivenFields): string | undefined;
  /** Looks at what has been given so far; called while the form is filled and once more before it runs. */
  advise?(given: GivenFields, context: LookContext): Promise<readonly Advice[]> | readonly Advice[];
  /** Lines shown below the fields before the person confirms, e.g. what it will start. */
  summary?(input: z.infer<Input>, context: LookContext): Promise<readonly string[]> | readonly string[];
  /** Does it. Throws `Refusal` for an expected no. A writing tool runs inside the transaction `context.db`. */
  run(input: z.infer<Input>, context: ToolContext): Promise<Output>;
  /** What of the output is kept with the run, where some of it is to be shown once only; default: all. */
  keep?(output: Output): Output;
  undo?(output: Output, input: z.infer<Input>): Undoing | null;
  /** How a new one is begun from an earlier one; absent: it is not. */
  readonly copies?: Copies;
}

/** Checks nothing at run time; gives the definition its types. */
export function defineTool<Input extends z.ZodObject, Output>(tool: Tool<Input, Output>): Tool<Input, Output> {
  return tool;
}

/** A tool whose types are forgotten, as the list, the runner's callers and the forms hold it. */
export type AnyTool = Tool<z.ZodObject, unknown>;
