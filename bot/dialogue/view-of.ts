/** The turn as understanding sees it: to look at, not to touch. */
import { mayUse } from '#tools/permission.ts';
import { actionId } from './action-id.ts';
import { findTool } from './find-tool.ts';
import { fieldOf, formOf } from './forms/form.ts';
import { askedField } from './steps/give.ts';
import type { Turn } from './turn.ts';
import type { TurnView } from './understanding.ts';
import { wordsOf } from './words.ts';

export function viewOf(turn: Turn): TurnView {
  const draft = turn.inHand;
  const form = draft && turn.formOf(draft);
  return {
    words: wordsOf(turn.inbound.text),
    context: turn.context,
    pending: turn.state.pending,
    inHand: draft && form ? { form, draft, asked: fieldOf(form, askedField(turn, draft) ?? '') ?? null } : null,
    delegated: delegatedHere(turn),
    subject: turn.state.subject,
    previous: turn.loaded.previous,
    drafts: turn.drafts,
    tools: turn.parts.tools,
    mayUse: (tool) => mayUse(tool.permits, turn.actor),
  };
}

/** A field a colleague wants: the one opened here, or the one the last message asked for while nothing else goes on. */
function delegatedHere(turn: Turn): TurnView['delegated'] {
  const { pending } = turn.state;
  const { askedOfMe, lastActions } = turn.loaded;
  const asked =
    pending?.kind === 'delegated'
      ? askedOfMe.find(({ id }) => id === pending.delegationId)
      : turn.inHand || pending
        ? undefined
        : askedOfMe.find(({ id }) => lastActions.includes(actionId({ kind: 'delegated', delegation: id })));
  if (!asked) return null;
  const form = findTool(turn.parts.tools, asked.form, formOf);
  const field = form && fieldOf(form, asked.field);
  return form && field ? { id: asked.id, form, field } : null;
}
