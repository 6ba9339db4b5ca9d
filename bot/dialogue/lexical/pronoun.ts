/** Recognises that a task is asked for of the thing spoken of last: 它的历史, 改一下它, 刚才那条撤回吧. */
import type { Command } from '../command.ts';
import { formOf } from '../forms/form.ts';
import { readerOf } from '../kinds/kinds.ts';
import type { TurnView } from '../understanding.ts';
import { wordsOf } from '../words.ts';
import { bare } from './control-words.ts';
import { moodOf } from './mood.ts';
import type { SpeaksOfRules } from './rule-language.ts';
import { taskOf } from './task-words.ts';

const noun = '(?:(?:数据|信息)(?:资源)?)?(?:目录|条目)';
const pronoun = `(?:(?:刚才|刚刚|刚)(?:我)?(?:编|报|填|看|查|改|提交|登记)?(?:的|过的)?(?:那|这)(?:一)?[条个份]${noun}?|(?:刚才|刚刚|刚)(?:我)?(?:编|报|填|看|查|改|提交|登记)(?:的|过的)${noun}?|[这那](?:一)?[条个份]${noun}|[这那](?:一)?条(?!\\p{Script=Han})|[这那](?:一)?条(?=[的改撤查看])|该条?${noun}|(?<!其)它)`;
/** Nothing but the thing spoken of. */
export const means = new RegExp(`^(?:就是?|照)?(?:${pronoun}|[这那](?:一)?[条个份])$`, 'u');
/** With the 的 after it: 目录的历史 would name a thing, 目录历史 asks for one. */
const spoken = new RegExp(`${pronoun}的?`, 'u');
/** Right after something was shown nothing else can be meant: 改一下, 看看历史. */
const alone: readonly (readonly [RegExp, string])[] = [
  [/^(?:再)?(?:修改|改)(?:一下)?$/u, '修改这条目录'],
  [/^(?:看看?|看一?下|查看?|查一?下)?(?:版本|修改|变更)?(?:历史|记录)(?:版本)?$/u, '查看这条目录版本历史'],
];

/** Null: nothing is asked for of it. */
export async function aboutIt(view: TurnView, ofRules: SpeaksOfRules): Promise<readonly Command[] | null> {
  const { subject, inHand, words } = view;
  if (!subject) return null;
  const said = bare(words.plain);
  const asked = inHand?.asked ?? null;
  if (asked?.meta.kind === subject.kind && means.test(said)) return [{ kind: 'answer_about' }];
  const bareTask = inHand ? undefined : alone.find(([pattern]) => pattern.test(said))?.[1];
  if (bareTask === undefined && (said.length > 60 || !spoken.test(words.raw))) return null;
  const named = wordsOf(bareTask ?? words.raw.replace(spoken, '这条目录'));
  const answering = asked && readerOf(asked.meta.kind).open ? asked : null;
  const [first, ...more] = (await taskOf(view, named, ofRules, { answering })) ?? [];
  // What was merely mentioned is meant, where the thing is one just spoken of and nothing is asked.
  const likely = first?.kind === 'unsure' && !answering ? first.meanings[0]?.commands[0] : first;
  const open = likely?.kind === 'open' ? likely : null;
  if (!open || more.length > 0 || (first?.kind === 'unsure' && moodOf(words.plain) === 'question')) return null;
  const tool = view.tools.find(({ name }) => name === open.tool);
  // In the midst of a form only a look aside is certain to be no part of it.
  if (!tool || (inHand && tool.effect === 'writes')) return null;
  const fields = formOf(tool).fields.filter(({ meta }) => meta.kind === subject.kind && !meta.fixed);
  const [thing] = fields;
  if (!thing || open.fields.some(({ field }) => fields.some(({ name }) => name === field))) return null;
  return [{ kind: 'about', tool: open.tool, fields: open.fields }];
}
