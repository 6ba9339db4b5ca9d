/** Recognises that another draft is meant: 换到体育场地那个, 取消婚姻登记那份. */
import type { Command } from '../command.ts';
import type { TurnView } from '../understanding.ts';
import { bare } from './control-words.ts';

const verb =
  '(?:换到?|切换?到?|转到|回到|打开|继续(?:办理?|填写?)?|接着(?:办|填)|先(?:办|填|弄)|去(?:办|填)|看看?|显示)';
const tail = '(?:那个|那份|那张|那条|这个|这份|的?草稿|的?表单)*';
const toNamed = new RegExp(`^${verb}(?:刚才的?|上次的?|之前的?)?["'《]?(.{2,30}?)["'》]?${tail}$`, 'u');
const toAnother = /^(?:换|切换?到?|看看?|打开)(?:一个|一份|另一?(?:个|份|张)|别的|其他的?|草稿|表单)(?:草稿|表单)?$/u;

const giveUp =
  /^(?:把)?(?:取消|不要|删掉|删除|作废|不办)["'《]?(.{2,30}?)["'》]?(?:了|那个|那份|那张|那条|这份|这个|的?草稿|的?表单|取消|删掉)+$/u;

/** 取消婚姻登记那份, while another is in hand. */
export function givingUpOf({ words, drafts, inHand }: TurnView): Command | null {
  const name = giveUp.exec(bare(words.plain))?.[1];
  if (name === undefined) return null;
  const named = drafts.filter((draft) => draft !== inHand?.draft && calls(draft.name.toLowerCase(), name));
  return named.length > 0 ? { kind: 'cancel_named', words: name } : null;
}

/** Null unless a draft is called that: 打开共享 could be anything. */
export function switchingOf({ words, drafts, inHand }: TurnView): Command | null {
  const said = bare(words.plain);
  if (toAnother.test(said)) return { kind: 'switch', words: '' };
  const outright = /^(?:换到|切换到|切到|转到)["'《]?(.{2,30}?)["'》]?(?:那个|那份|那张|那条|的?草稿|的?表单)+$/u.exec(
    said,
  );
  if (outright?.[1]) return { kind: 'switch', words: outright[1] };
  const name = toNamed.exec(said)?.[1];
  if (name === undefined) return null;
  // 换到 the one in hand is said to go on with it; 打开 and 看看 may be about a thing of that name.
  const plainly = /^(?:换|切换?|转)到/u.test(said);
  const named = drafts.filter((draft) => (plainly || draft !== inHand?.draft) && calls(draft.name.toLowerCase(), name));
  return named.length > 0 ? { kind: 'switch', words: name } : null;
}

function calls(draft: string, name: string): boolean {
  return draft.includes(name) || name.includes(draft);
}
