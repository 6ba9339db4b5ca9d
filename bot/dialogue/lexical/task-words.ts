/** A sentence that asks for a task: opens it with the fields already said, or offers what it may have meant. */
import type { Field } from '#tools/fields-of.ts';
import type { AnyTool } from '#tools/tool.ts';
import type { Command, FieldWords, Meaning, PlainCommand } from '../command.ts';
import { formOf, isNeeded } from '../forms/form.ts';
import type { TurnView } from '../understanding.ts';
import { wording } from '../wording.ts';
import type { Words } from '../words.ts';
import { labelledIn, pullApart } from './labelled.ts';
import { matchTasks, type Wish, wishOf } from './match-task.ts';
import type { SpeaksOfRules } from './rule-language.ts';
import { spotFields } from './spot-fields.ts';

/** Matches this close to the best one could be meant as well. */
const closeBy = 0.8;

/** Longer ones tell a story in which a number occurs. */
const longestOrder = 20;

export interface TaskOptions {
  /** The words could also be the answer to the question for this field, where anything said is one. */
  readonly answering?: Field | null;
  /** The whole message, when only part of it asks for the task. */
  readonly whole?: Words;
}

/** Null: no task is asked for. */
export async function taskOf(
  view: TurnView,
  words: Words,
  ofRules: SpeaksOfRules,
  { answering = null, whole = words }: TaskOptions = {},
): Promise<readonly Command[] | null> {
  const { inHand } = view;
  const matches = matchTasks(words.plain, view.tools).map((match) => ({
    ...match,
    wish: wishOf(words.plain, match, ofRules),
  }));
  // Of two tasks called alike the one that the person may do is meant.
  const [best, second] = matches.toSorted(
    (a, b) => b.score + Number(view.mayUse(b.tool)) - a.score - Number(view.mayUse(a.tool)),
  );
  if (!best || best.wish === 'none') return null;
  if (
    inHand &&
    best.tool.name === inHand.form.tool.name &&
    !/再|另|又|新的?一|还要/u.test(words.plain) &&
    best.wish !== 'asked'
  )
    return null;
  const open = await opening(best.tool, whole, view);
  const close =
    second && second.score >= best.score * closeBy && second.wish !== 'none' && view.mayUse(second.tool)
      ? second
      : null;
  const closeOpen = close && (await opening(close.tool, whole, view));
  // Of two that read, the one whose question is answered in the sentence already: nothing is lost by taking it.
  const [complete, closeComplete] = [
    isComplete(best.tool, open),
    close && closeOpen && isComplete(close.tool, closeOpen),
  ];
  if (close && closeOpen && best.tool.effect === 'reads' && close.tool.effect === 'reads' && complete !== closeComplete)
    return [complete ? open : closeOpen];
  const rival = close;
  const sure: readonly Wish[] = answering ? ['asked'] : ['asked', 'told'];
  // Looking something up does no harm: where nothing else goes on, naming it is enough.
  const looksUp = !inHand && best.tool.effect === 'reads' && best.wish === 'named';
  // 撤回3号申请: an order about a thing with its number is no text for a field.
  const ordered =
    best.wish === 'told' && words.plain.length <= longestOrder && /#\s?\d|\d号(?:申请|件)/u.test(words.plain);
  if ((sure.includes(best.wish) || looksUp || ordered) && !rival) return [open];
  // In a form whose question takes any words a thing merely mentioned is part of the answer.
  if (answering && (best.wish === 'named' || (best.wish === 'told' && !/[一1][条个份下]/u.test(words.plain))))
    return null;
  const meanings: Meaning[] = [{ title: wording.asTask(best.tool.title), commands: [open] }];
  if (rival) meanings.push({ title: wording.asTask(rival.tool.title), commands: [closeOpen ?? open] });
  if (answering)
    meanings.unshift({
      title: wording.asAnswer(answering.meta.label),
      commands: [{ kind: 'answer', words: whole.raw }],
    });
  else if (!sure.includes(best.wish))
    meanings.push({ title: wording.asRule, commands: [{ kind: 'ask', question: whole.raw }] });
  if (meanings.length === 1) return [open];
  return inHand && !answering && !sure.includes(best.wish)
    ? null
    : [{ kind: 'unsure', words: whole.raw, meanings: meanings.slice(0, 3) }];
}

function isComplete(tool: AnyTool, open: PlainCommand): boolean {
  const given = open.kind === 'open' ? open.fields.map(({ field }) => field) : [];
  return formOf(tool).fields.every((field) => !isNeeded(field, {}) || given.includes(field.name));
}

async function opening(tool: AnyTool, words: Words, { context }: TurnView): Promise<PlainCommand> {
  const { fields } = formOf(tool);
  const labelled = labelledIn(words, fields, { loosely: true });
  const spotted = await spotFields(labelled ? (labelled.rest ?? { raw: '', plain: '' }) : words, fields, {}, context);
  const named = labelled ? await pullApart(labelled.given, { fields, values: {}, context }) : [];
  const given: FieldWords[] = [
    ...named,
    ...spotted
      .filter(({ field }) => !named.some((one) => one.field === field))
      .map(({ field, words: said }) => ({ field, words: said })),
  ];
  return { kind: 'open', tool: tool.name, fields: given };
}
