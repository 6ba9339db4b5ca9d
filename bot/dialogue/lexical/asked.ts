/** What is taken for a question while no form is open, with what may have been meant by it. */
import { formOf } from '../forms/form.ts';
import type { Command, Meaning } from '../command.ts';
import type { TurnView } from '../understanding.ts';
import { wording } from '../wording.ts';
import { matchTasks, asksHowTo } from './match-task.ts';
import { moodOf, questionIn } from './mood.ts';
import type { SpeaksOfRules } from './rule-language.ts';
import { wordsOf } from '../words.ts';

/** A name of data is not longer. */
const longestName = 24;

export function askedOf(view: TurnView, ofRules: SpeaksOfRules): Command {
  const question = questionIn(view.words);
  const how = howTo(view);
  if (how) return { kind: 'ask_or', question, meanings: [how], when: 'answered' };
  const meanings = ofRules(view.words.plain) ? [] : namedAlone(view, question);
  return meanings.length === 0
    ? { kind: 'ask', question }
    : { kind: 'ask_or', question, meanings, when: 'out_of_scope' };
}

/** 怎么报目录: the answer, and the offer to do it. */
function howTo({ words, tools, mayUse }: TurnView): Meaning | null {
  const [best] = matchTasks(words.plain, tools);
  if (!best || best.tool.effect !== 'writes' || !mayUse(best.tool) || !asksHowTo(words.plain, best)) return null;
  return { title: wording.asTask(best.tool.title), commands: [{ kind: 'open', tool: best.tool.name, fields: [] }] };
}

/** 学生营养餐供应信息: nothing is asked and nothing ordered, but some tasks begin with just such words. */
function namedAlone({ tools, mayUse, words }: TurnView, said: string): readonly Meaning[] {
  const looking = /^(?:帮我|给我)?(?:查|搜|找)(?:一下|查|找|搜)?(?=\p{Script=Han}{2})/u.exec(said)?.[0] ?? '';
  const { plain, raw } = wordsOf(said.slice(looking.length));
  if (
    plain.length > longestName ||
    /[,;:.!]|改[成为]/u.test(plain) ||
    !/\p{Script=Han}{3}/u.test(plain) ||
    moodOf(words.plain) !== 'statement'
  )
    return [];
  const fitting = tools.filter((tool) => mayUse(tool) && (looking === '' || tool.effect === 'reads'));
  return fitting.flatMap((tool): readonly Meaning[] => {
    const field = formOf(tool).fields.find(({ meta }) => meta.alone);
    if (!field) return [];
    const title = wording.asNamed(tool.title, raw);
    return [{ title, commands: [{ kind: 'open', tool: tool.name, fields: [{ field: field.name, words: raw }] }] }];
  });
}
