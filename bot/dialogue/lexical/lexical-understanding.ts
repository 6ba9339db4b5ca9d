/** Understanding that needs no model: steering words, named fields, corrections, tasks, questions and answers, in this order. */
import type { Field } from '#tools/fields-of.ts';
import type { Command, Meaning } from '../command.ts';
import { readerOf } from '../kinds/kinds.ts';
import { readTable } from '../kinds/pasted-table.ts';
import type { FormInHand, TurnView, Understanding } from '../understanding.ts';
import { wording } from '../wording.ts';
import { segmentsOf, sliceWords, type Words, wordsOf } from '../words.ts';
import { bare, controlOf } from './control-words.ts';
import { copyingOf } from './copying.ts';
import { correctionOf } from './correction.ts';
import { delegationOf } from './delegation.ts';
import { labelledIn, pullApart } from './labelled.ts';
import { moodOf, offeredAnswer, questionIn } from './mood.ts';
import { aboutIt } from './pronoun.ts';
import type { SpeaksOfRules } from './rule-language.ts';
import { coverage, spotFields } from './spot-fields.ts';
import { statementOf } from './statement-words.ts';
import { givingUpOf, switchingOf } from './switching.ts';
import { taskOf } from './task-words.ts';
import { askedOf } from './asked.ts';

export interface LexicalParts {
  /** Turns pinyin and English into the Chinese they stand for, where it can. */
  readonly readLatin?: (text: string) => string;
  readonly ofRules: SpeaksOfRules;
}

export function createLexicalUnderstanding({ readLatin, ofRules }: LexicalParts): Understanding {
  return {
    understand: async (view) => {
      const read = readLatin && isLatin(view.words) ? wordsOf(readLatin(view.words.raw)) : null;
      if (read && /\p{Script=Han}/u.test(read.plain))
        return await understandLatin(view, { ...view, words: read }, ofRules);
      const commands = await understandWords(view, ofRules);
      // 我要bian yi条目lu: read as pinyin only where that asks for a task.
      const mixed = readLatin && !view.inHand && commands.some(({ kind }) => kind === 'ask' || kind === 'ask_or');
      if (!mixed || !/[a-z]{2}/u.test(view.words.plain)) return commands;
      const task = await taskOf(
        { ...view, words: wordsOf(readLatin(view.words.raw)) },
        wordsOf(readLatin(view.words.raw)),
        ofRules,
      );
      return task?.[0]?.kind === 'open' ? task : commands;
    },
  };
}

/** Pinyin or English: no Chinese, and long enough not to be a code or an abbreviation. */
function isLatin({ plain }: Words): boolean {
  return !/\p{Script=Han}/u.test(plain) && /[a-z]{4}/u.test(plain) && !/[\n\t]/u.test(plain);
}

/** A text stays as it was typed; anything else is taken as it is read. */
async function understandLatin(typed: TurnView, read: TurnView, ofRules: SpeaksOfRules): Promise<readonly Command[]> {
  const commands = await understandWords(read, ofRules);
  const asked = typed.inHand?.asked;
  const open = asked ? readerOf(asked.meta.kind).open : false;
  return open && commands.some(({ kind }) => kind === 'answer')
    ? [{ kind: 'answer', words: typed.words.raw }]
    : commands;
}

async function understandWords(view: TurnView, ofRules: SpeaksOfRules): Promise<readonly Command[]> {
  const control = controlOf(view);
  if (control) return control;
  const switching = givingUpOf(view) ?? switchingOf(view);
  if (switching) return [switching];
  const offered = offeredOf(view);
  if (offered) return [offered];
  const like = copyingOf(view);
  if (like) return [like];
  const about = await aboutIt(view, ofRules);
  if (about) return about;
  if (view.inHand) return await inForm(view, view.inHand, ofRules);
  if (view.delegated) return delegatedOf(view, view.delegated.field);
  return (
    (await taskOf(view, view.words, ofRules)) ?? (await taskAndQuestion(view, ofRules)) ?? [askedOf(view, ofRules)]
  );
}

/** 帮我编一条公墓目录,顺便问下编目录有期限吗 */
async function taskAndQuestion(view: TurnView, ofRules: SpeaksOfRules): Promise<readonly Command[] | null> {
  const [first, second, ...more] = segmentsOf(view.words);
  if (!first || !second || more.length > 0 || moodOf(second.plain) !== 'question') return null;
  const task = await taskOf(view, first, ofRules);
  const asked =
    /^(?:顺便|另外|还有|对了|再)?(?:我?想)?(?:问一?下|请教一?下|请问)?/u.exec(second.plain)?.[0].length ?? 0;
  return task?.[0]?.kind === 'open' ? [...task, { kind: 'ask', question: sliceWords(second, asked).raw }] : null;
}

/** One of the choices offered, by part of its words. */
function offeredOf({ pending, words }: TurnView): Command | null {
  if (!pending || !('options' in pending)) return null;
  const said = bare(words.plain).replace(/^(?:是|选|就)/u, '');
  if (said.length < 2) return null;
  const matching = pending.options.flatMap(({ title }, index) =>
    title.toLowerCase().includes(said) ? [index + 1] : [],
  );
  const [only] = matching;
  if (only !== undefined && matching.length === 1) return { kind: 'choose', number: only };
  return pending.kind === 'delegate' && /^[\p{Script=Han}·]{2,6}$/u.test(said)
    ? { kind: 'delegate', field: pending.field, words: bare(words.raw) }
    : null;
}

async function inForm(view: TurnView, inHand: FormInHand, ofRules: SpeaksOfRules): Promise<readonly Command[]> {
  const { words } = view;
  const { form, asked } = inHand;
  const table = pastedItems(view, form.fields);
  if (table) return [table];
  const list = asked !== null && ['data_items', 'text_list', 'long_text'].includes(asked.meta.kind);
  const labelled = labelledIn(words, form.fields, { loosely: !list });
  if (labelled) {
    const another = labelled.rest && (await taskOf(view, labelled.rest, ofRules, { whole: words, answering: asked }));
    if (another) return another;
    const values = inHand.draft.content.values;
    const given = await pullApart(labelled.given, { fields: form.fields, values, context: view.context });
    const set: readonly Command[] = [
      { kind: 'set', fields: [...given] },
      ...labelled.unknown.map((line): Command => ({ kind: 'unplaced', words: line })),
    ];
    if (!labelled.rest || (asked && given.some(({ field }) => field === asked.name))) return set;
    const corrected = correctionOf(labelled.rest, form.fields);
    if (corrected) return [...corrected, ...set];
    return moodOf(labelled.rest.plain) === 'question'
      ? [...set, { kind: 'ask', question: questionIn(labelled.rest) }]
      : [...(await statementOf(labelled.rest, inHand, view, ofRules)), ...set];
  }
  const corrected = correctionOf(words, form.fields);
  if (corrected) return corrected;
  const open = asked !== null && readerOf(asked.meta.kind).open;
  const delegated = await delegationOf(words, form.fields, { open }, view.context);
  if (delegated) return [delegated];
  return await answerOrDigression(view, inHand, open, ofRules);
}

async function answerOrDigression(
  view: TurnView,
  inHand: FormInHand,
  open: boolean,
  ofRules: SpeaksOfRules,
): Promise<readonly Command[]> {
  const { words } = view;
  const { asked } = inHand;
  const task = await taskOf(view, words, ofRules, { answering: open ? asked : null });
  if (task) return task;
  const mood = moodOf(words.plain, { open, long: asked?.meta.kind === 'long_text' });
  if (mood !== 'statement' && !(asked && !open && (await isPoliteAnswer(view, inHand, asked)))) {
    const asQuestion: Meaning = { title: wording.asQuestion, commands: [{ kind: 'ask', question: questionIn(words) }] };
    if (mood === 'question' || !asked || !open) return [...asQuestion.commands];
    const asAnswer: Meaning = {
      title: wording.asAnswer(asked.meta.label),
      commands: [{ kind: 'answer', words: words.raw }],
    };
    return [{ kind: 'unsure', words: words.raw, meanings: [asAnswer, asQuestion] }];
  }
  return await statementOf(words, inHand, view, ofRules);
}

/** 每季度行吗: the value, with a question mark out of politeness. */
async function isPoliteAnswer(view: TurnView, { draft }: FormInHand, asked: Field): Promise<boolean> {
  const offered = offeredAnswer(view.words);
  if (!offered) return false;
  // Nothing but the value: 教育局可以共享吗 asks something.
  const { near: _, ...meta } = asked.meta;
  const alone = { ...asked, meta };
  const spots = await spotFields(offered, [alone], draft.content.values, view.context);
  return coverage(offered, spots) >= 0.75;
}

/** A pasted table belongs to the field that takes tables, whichever was asked for. */
function pastedItems({ words }: TurnView, fields: readonly Field[]): Command | null {
  const field = fields.find(({ meta }) => meta.kind === 'data_items' || meta.kind === 'pasted_table');
  if (!field || !/[\t|\n]/u.test(words.raw)) return null;
  const rows = readTable(words.raw);
  const wide = rows.filter((row) => row.length > 1).length;
  return rows.length > 1 && wide > rows.length / 2 && !/[:：]/u.test(rows[0]?.join('') ?? '')
    ? { kind: 'set', fields: [{ field: field.name, words: words.raw }] }
    : null;
}

function delegatedOf({ words }: TurnView, field: Field): readonly Command[] {
  const reader = readerOf(field.meta.kind);
  const mood = moodOf(words.plain, { open: reader.open, long: field.meta.kind === 'long_text' });
  return mood === 'question' || (mood === 'perhaps' && !reader.open)
    ? [{ kind: 'ask', question: questionIn(words) }]
    : [{ kind: 'answer', words: words.raw }];
}
