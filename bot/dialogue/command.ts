/** What understanding proposes: a short list of these per turn; the dialogue decides what becomes of them. */
import { z } from 'zod';

/** Words for a field; the field's reader makes a value of them. */
const fieldWords = z.object({ field: z.string(), words: z.string() });
export type FieldWords = z.infer<typeof fieldWords>;

/** An earlier thing: named in words, the one spoken of last, the person's own last one, or a certain one. */
const likeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('named'), words: z.string() }),
  z.object({ kind: z.literal('subject') }),
  z.object({ kind: z.literal('last') }),
  z.object({ kind: z.literal('id'), id: z.string() }),
]);
export type Like = z.infer<typeof likeSchema>;

const simple = z.object({
  kind: z.enum([
    'keep',
    'back',
    'undo',
    'confirm',
    'reject',
    'cancel',
    'continue',
    'later',
    'list_drafts',
    'repeat',
    'help',
    'none_of_these',
    'take_back',
    'invent',
    'progress',
  ]),
});

/** An explicit schema, because meanings that were offered as choices wait in the conversation's row. */
export const commandSchema = z.discriminatedUnion('kind', [
  simple,
  /** Begin a task; `fields` are the ones already in the sentence. */
  z.object({ kind: z.literal('open'), tool: z.string(), fields: z.array(fieldWords) }),
  /** The same of what was spoken of last: 它的历史, 改一下它. */
  z.object({ kind: z.literal('about'), tool: z.string(), fields: z.array(fieldWords) }),
  /** What was asked for is what was spoken of last: 刚才那条. */
  z.object({ kind: z.literal('answer_about') }),
  /** Begin a task with what an earlier thing of its kind says. */
  z.object({ kind: z.literal('copy'), tool: z.string(), like: likeSchema, fields: z.array(fieldWords) }),
  /** The words answer the question that was asked. */
  z.object({ kind: z.literal('answer'), words: z.string() }),
  /** Fields given by name, asked for or not. */
  z.object({ kind: z.literal('set'), fields: z.array(fieldWords) }),
  /** Something given before was wrong; which field, the words must tell. `instead` is what is denied: 不是每月. */
  z.object({ kind: z.literal('correct'), words: z.string(), instead: z.string().nullable() }),
  /** A field is wrong, and nothing better was said yet. */
  z.object({ kind: z.literal('ask_again'), field: z.string() }),
  /** More of a list, or less of it. */
  z.object({ kind: z.literal('append'), field: z.string(), words: z.string() }),
  z.object({ kind: z.literal('remove'), field: z.string(), words: z.string() }),
  z.object({ kind: z.literal('skip'), field: z.string().nullable() }),
  z.object({ kind: z.literal('clear'), field: z.string() }),
  z.object({ kind: z.literal('switch'), words: z.string() }),
  /** Give up another draft than the one in hand. */
  z.object({ kind: z.literal('cancel_named'), words: z.string() }),
  z.object({ kind: z.literal('why'), field: z.string().nullable() }),
  z.object({ kind: z.literal('choose'), number: z.number().int() }),
  z.object({ kind: z.literal('delegate'), field: z.string().nullable(), words: z.string() }),
  z.object({ kind: z.literal('ask'), question: z.string() }),
  /** Said along with something else, and no field takes it. */
  z.object({ kind: z.literal('unplaced'), words: z.string() }),
  z.object({
    kind: z.literal('smalltalk'),
    what: z.enum(['hello', 'thanks', 'bye', 'praise', 'fine', 'sorry', 'who', 'unclear']),
  }),
]);
export type PlainCommand = z.infer<typeof commandSchema>;

export interface Meaning {
  readonly title: string;
  readonly commands: readonly PlainCommand[];
}

/** The likeliest first, two or three of them. */
export interface Unsure {
  readonly kind: 'unsure';
  readonly words: string;
  readonly meanings: readonly Meaning[];
}

/** A question, and what may have been meant if it asks nothing; or what may be done about it once it is answered. */
export interface AskOr {
  readonly kind: 'ask_or';
  readonly question: string;
  readonly meanings: readonly Meaning[];
  readonly when: 'out_of_scope' | 'answered';
}

/** A sentence of the understanding about itself, e.g. that it had to do without its model. */
export interface Remark {
  readonly kind: 'remark';
  readonly text: string;
}

export type Command = PlainCommand | Unsure | AskOr | Remark;
