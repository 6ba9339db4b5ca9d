/** Begins a task with what an earlier thing of its kind says; what tells the two apart is asked for. */
import { fieldsOf } from '#tools/fields-of.ts';
import { mayUse } from '#tools/permission.ts';
import type { Copies } from '#tools/tool.ts';
import { z } from 'zod';
import type { Command } from '../command.ts';
import { readerOf } from '../kinds/kinds.ts';
import type { Turn } from '../turn.ts';
import { wording } from '../wording.ts';
import { wordsOf } from '../words.ts';
import { offerMeanings } from './meanings.ts';
import { openTask } from './open-task.ts';

type Copy = Extract<Command, { kind: 'copy' }>;

export async function copy(turn: Turn, command: Copy): Promise<void> {
  const tool = turn.toolOf(command.tool);
  if (!tool?.copies) return turn.say(wording.cannotDo);
  // Who may not file is told so, whatever was to be copied.
  if (!mayUse(tool.permits, turn.actor)) return await openTask(turn, tool.name, {});
  const id = await earlierOf(turn, tool.copies, command);
  if (id === undefined) return;
  const earlier = id === null ? null : await tool.copies.valuesOf(id, turn.context);
  if (!earlier) return turn.say(wording.nothingToCopy);
  const named = command.fields.map(({ field }) => field);
  const values = Object.fromEntries(Object.entries(earlier.values).filter(([name]) => !named.includes(name)));
  await openTask(turn, tool.name, { words: command.fields, values, copied: true });
  turn.say(wording.copied(earlier.name));
}

/** Undefined: the person is asked which one. */
async function earlierOf(turn: Turn, copies: Copies, command: Copy): Promise<string | null | undefined> {
  const { like } = command;
  if (like.kind === 'id') return like.id;
  if (like.kind === 'last') return await copies.lastOf(turn.context);
  if (like.kind === 'subject') return turn.state.subject?.id ?? (await copies.lastOf(turn.context));
  const [field] = fieldsOf(z.object({ from: copies.from }));
  if (!field) throw new Error(`what ${command.tool} copies from has no field`);
  const reading = await readerOf(field.meta.kind).read(wordsOf(like.words), { ...turn.context, field, given: {} });
  if (reading.kind === 'value') return String(reading.value);
  if (reading.kind === 'invalid') {
    turn.say(wording.notInList(field.meta.label, like.words));
    return undefined;
  }
  const meanings = reading.options.map(({ title, value }) => ({
    title,
    commands: [{ ...command, like: { kind: 'id' as const, id: String(value) } }],
  }));
  offerMeanings(turn, like.words, meanings, wording.pick(field.meta.label));
  return undefined;
}
