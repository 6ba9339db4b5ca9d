/** What is shown before anything is written: every field that has been given, what will follow, and how to say yes. */
import type { Reply } from '#bot/channels/channel-port.ts';
import { actionId } from '../action-id.ts';
import { contentMark, type Draft } from '../draft.ts';
import type { Turn } from '../turn.ts';
import { wording } from '../wording.ts';
import { isAsked } from './form.ts';
import { show } from './give-field.ts';

/** @param remarks of the tool, on what it will start or what stands out */
export async function summaryPrompt(turn: Turn, draft: Draft, remarks: readonly string[]): Promise<Reply> {
  const { tool, fields } = turn.formOf(draft);
  const { values } = draft.content;
  const facts: { label: string; value: string }[] = [];
  for (const field of fields) {
    if (values[field.name] === undefined) continue;
    facts.push({ label: field.meta.label, value: await show(turn, draft, field, values[field.name]) });
  }
  const open = fields.filter(
    (field) => values[field.name] === undefined && !field.meta.fixed && (field.meta.askOnlyIf?.(values) ?? true),
  );
  const below = [
    ...remarks,
    tool.article === null ? '' : wording.summaryArticle(tool.article),
    open.length === 0 ? '' : wording.mayAdd(open.slice(0, 8).map(({ meta }) => meta.label)),
  ].filter((line) => line !== '');
  const title = wording.summaryTitle(tool.title);
  return {
    text: [title, ...facts.map(({ label, value }) => `${label}:${value}`), ...below, '', wording.summaryHow].join('\n'),
    card: { title, facts, body: [...below, wording.summaryHow].join('\n') },
    actions: [
      { id: actionId({ kind: 'confirm', draft: draft.id, mark: contentMark(draft) }), title: '确认提交' },
      { id: actionId({ kind: 'edit', draft: draft.id }), title: '修改' },
      { id: actionId({ kind: 'cancel', draft: draft.id }), title: '取消' },
    ],
  };
}

/** Fields a form of this draft may still take, asked for or not. */
export function openFields(turn: Turn, draft: Draft): readonly string[] {
  const { values } = draft.content;
  return turn
    .formOf(draft)
    .fields.filter((field) => values[field.name] === undefined && isAsked(field, values))
    .map(({ name }) => name);
}
