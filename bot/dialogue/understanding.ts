/** The port of understanding: from what was said, and what it was said to, to commands. It proposes and changes nothing. */
import type { LookContext } from '#tools/tool-context.ts';
import type { AnyTool } from '#tools/tool.ts';
import type { Command } from './command.ts';
import type { DialogueState, Pending } from './dialogue-state.ts';
import type { Draft } from './draft.ts';
import type { Form } from './forms/form.ts';
import type { Field } from '#tools/fields-of.ts';
import type { Words } from './words.ts';

/** The draft in hand, with its form. */
export interface FormInHand {
  readonly form: Form;
  readonly draft: Readonly<Draft>;
  /** The field that was asked for last, or is to be chosen. */
  readonly asked: Field | null;
}

export interface TurnView {
  readonly words: Words;
  readonly context: LookContext;
  readonly pending: Pending | null;
  readonly inHand: FormInHand | null;
  /** A colleague's field that the person is asked for here. */
  readonly delegated: { readonly id: string; readonly form: Form; readonly field: Field } | null;
  /** What was spoken of last: what kind of thing it is. */
  readonly subject: DialogueState['subject'];
  /** Earlier questions of this conversation, oldest first. */
  readonly previous: readonly string[];
  readonly drafts: readonly Readonly<Draft>[];
  readonly tools: readonly AnyTool[];
  /** Whether any role of the actor's may use the tool. */
  readonly mayUse: (tool: AnyTool) => boolean;
}

export interface Understanding {
  understand(turn: TurnView): Promise<readonly Command[]>;
}
