/** The question for a field, with its choices as buttons. */
import type { Reply, ReplyAction } from '#bot/channels/channel-port.ts';
import type { Field } from '#tools/fields-of.ts';
import { actionId } from '../action-id.ts';
import type { Draft } from '../draft.ts';
import { readerOf } from '../kinds/kinds.ts';
import type { Turn } from '../turn.ts';
import { wording } from '../wording.ts';
import { isNeeded } from './form.ts';

const mostButtons = 9;

/** @param again it was asked before: how to answer was said then */
export async function questionPrompt(
  turn: Turn,
  draft: Draft,
  field: Field,
  { again = false }: { readonly again?: boolean } = {},
): Promise<Reply> {
  const { meta, name } = field;
  const optional = !isNeeded(field, draft.content.values);
  const { text, actions } = await questionAlone(turn, draft, field);
  const skip: readonly ReplyAction[] = optional
    ? [{ id: actionId({ kind: 'skip', draft: draft.id, field: name }), title: '跳过' }]
    : [];
  return {
    text: [
      text,
      optional && actions.length + skip.length === 1 && !text.includes('跳过') ? wording.optional : '',
      again ? '' : (meta.hint ?? ''),
    ]
      .filter(Boolean)
      .join('\n'),
    actions: [...actions, ...skip],
  };
}

/** Without the ways around it, as a colleague is asked. */
export async function questionAlone(turn: Turn, draft: Draft, field: Field): Promise<Reply> {
  const { meta, name } = field;
  const options = (await readerOf(meta.kind).options?.(turn.reading(field, draft))) ?? [];
  return {
    text: meta.ask ?? `请填写“${meta.label}”${meta.example === undefined ? '' : `,例如:${meta.example}`}。`,
    actions:
      options.length > mostButtons
        ? []
        : options.map(({ title }, index) => ({
            id: actionId({ kind: 'option', draft: draft.id, field: name, number: String(index + 1) }),
            title,
          })),
  };
}
