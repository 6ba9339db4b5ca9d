/** A task on what was spoken of last, and that thing as the answer to a question. */
import type { Command } from '../command.ts';
import type { Draft } from '../draft.ts';
import { fieldOf, formOf } from '../forms/form.ts';
import { giveValue } from '../forms/give-field.ts';
import type { Turn } from '../turn.ts';
import { wording } from '../wording.ts';
import { askedField } from './give.ts';
import { openTask } from './open-task.ts';

export async function openAbout(turn: Turn, command: Extract<Command, { kind: 'about' }>): Promise<void> {
  const { subject } = turn.state;
  const tool = turn.toolOf(command.tool);
  const field = tool && formOf(tool).fields.find(({ meta }) => meta.kind === subject?.kind && !meta.fixed);
  await openTask(turn, command.tool, {
    words: command.fields,
    values: subject && field ? { [field.name]: subject.id } : {},
  });
}

export async function answerAbout(turn: Turn, draft: Draft): Promise<void> {
  const { subject } = turn.state;
  const field = fieldOf(turn.formOf(draft), askedField(turn, draft) ?? '');
  if (subject && field?.meta.kind === subject.kind) await giveValue(turn, draft, field, subject.id);
  else turn.say(wording.whichField);
}
