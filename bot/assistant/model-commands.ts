/** The commands a model may propose, and what becomes of those that change more than a draft: they are offered, not done. */
import { z } from 'zod';
import type { Command, PlainCommand } from '#bot/dialogue/command.ts';
import type { TurnView } from '#bot/dialogue/understanding.ts';
import { wording } from './wording.ts';

const fieldWords = z.object({
  field: z.string().describe('字段名,只能用给出的字段名'),
  words: z.string().max(4_000).describe('用户为这个字段说的话,尽量用原话'),
});

/** What the model may say of the conversation, beside calling a tool. No way to confirm, to choose or to approve. */
export const proposalSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ask'), question: z.string().max(2_000).describe('补全指代后的完整问题') }),
  z.object({ kind: z.literal('answer'), words: z.string().max(4_000).describe('回答当前所问字段的话') }),
  z.object({ kind: z.literal('set'), fields: z.array(fieldWords).min(1).max(30) }),
  z.object({ kind: z.literal('correct'), field: z.string(), words: z.string().max(4_000) }),
  z.object({ kind: z.literal('append'), field: z.string(), words: z.string().max(4_000) }),
  z.object({ kind: z.literal('remove'), field: z.string(), words: z.string().max(4_000) }),
  z.object({ kind: z.literal('skip'), field: z.string().nullable() }),
  z.object({ kind: z.literal('clear'), field: z.string() }),
  z.object({ kind: z.literal('why'), field: z.string().nullable() }),
  z.object({ kind: z.literal('switch'), words: z.string().max(200) }),
  z.object({
    kind: z.enum(['keep', 'back', 'continue', 'later', 'list_drafts', 'repeat', 'help', 'progress', 'reject']),
  }),
  z.object({ kind: z.enum(['cancel', 'undo']) }),
  z.object({
    kind: z.literal('smalltalk'),
    what: z.enum(['hello', 'thanks', 'bye', 'praise', 'fine', 'sorry', 'who', 'unclear']),
  }),
]);
export type Proposal = z.infer<typeof proposalSchema>;

/** Null: of no use here, e.g. a field that the form does not have. */
export function commandOf(proposal: Proposal, view: TurnView): Command | null {
  switch (proposal.kind) {
    case 'set': {
      const fields = proposal.fields.filter(({ field, words }) => mayGive(view, field, words));
      return fields.length > 0 ? { kind: 'set', fields } : null;
    }
    case 'correct':
      return mayGive(view, proposal.field, proposal.words)
        ? { kind: 'set', fields: [{ field: proposal.field, words: proposal.words }] }
        : null;
    case 'append':
    case 'remove':
      return mayGive(view, proposal.field, proposal.words) ? proposal : null;
    case 'clear':
      return mayGive(view, proposal.field, '') ? proposal : null;
    case 'skip':
    case 'why':
      return proposal.field === null || fieldIn(view, proposal.field) ? proposal : null;
    case 'answer':
      return view.inHand?.asked || view.delegated ? proposal : null;
    case 'cancel':
      return view.inHand ? offered(proposal, view, wording.giveUp(view.inHand.draft.name)) : null;
    case 'undo':
      return offered(proposal, view, wording.takeBack);
    default:
      return proposal;
  }
}

/** A press or a word of the person's own decides; the model's word alone does not. */
function offered(command: PlainCommand, { words, inHand }: TurnView, title: string): Command {
  const goOn: PlainCommand = inHand ? { kind: 'continue' } : { kind: 'help' };
  const meanings = [
    { title, commands: [command] },
    { title: inHand ? wording.goOn : wording.showHelp, commands: [goOn] },
  ];
  return { kind: 'unsure', words: words.raw, meanings };
}

function fieldIn({ inHand }: TurnView, name: string) {
  return inHand?.form.fields.find((field) => field.name === name);
}

/** What was set by what opened the form stays; people and departments are only those whom the message itself names. */
function mayGive(view: TurnView, name: string, words: string): boolean {
  const field = fieldIn(view, name);
  if (!field || field.meta.fixed) return false;
  const named = field.meta.kind === 'person' || field.meta.kind === 'department';
  return !named || view.words.raw.includes(words);
}
