/** Whole messages that steer the conversation instead of saying something: what they are depends on what stands open. */
import type { Command } from '../command.ts';
import { soundOf } from '../kinds/likeness.ts';
import { isPlainYes, yesOrNo } from '../kinds/yes-no.ts';
import type { TurnView } from '../understanding.ts';
import { segmentsOf, wordsOf } from '../words.ts';
import * as patterns from './control-patterns.ts';
import { smallTalk } from './small-talk.ts';
import { whyOf } from './why-words.ts';

/** Without the signs and small words around it. */
export function bare(plain: string): string {
  return plain
    .replace(/^[,.!~、 ]+|[,.!~、 ]+$/gu, '')
    .replace(/^(?:那就?(?!个)|请|麻烦(?:你|您)?|帮我|嗯+[, ]|哦[, ]|我想|我要)(?=.{2})/u, '')
    .replace(/(?:吧|啦|哈|哦|噢|呀|啊|(?<!干)嘛)[.!~]*$/u, '')
    .trim();
}

/** 行,就这样; 不用改了,提交: nothing but yeses, and words that nothing is to be changed. */
function allYes(said: string): boolean {
  const parts = segmentsOf(wordsOf(said)).map(({ plain }) => bare(plain));
  const yes = (part: string): boolean => patterns.yesStrong.test(part) || isPlainYes(wordsOf(part));
  return parts.length > 1 && parts.some(yes) && parts.every((part) => yes(part) || patterns.keep.test(part));
}

function unsigned(plain: string): string {
  return plain.replace(/[,.!~ ]+$/gu, '').replace(/吧$/u, '');
}

/** Null: the message says something. */
export function controlOf(view: TurnView): readonly Command[] | null {
  const said = heard(bare(view.words.plain));
  if (said === '') return view.words.plain.includes('?') ? [{ kind: 'help' }] : [{ kind: 'repeat' }];
  if (said.length > 30) return null;
  const { pending, inHand, delegated } = view;
  const chosen = ordinal(said, view);
  if (chosen !== null) return [{ kind: 'choose', number: chosen }];
  const offered = pending?.kind === 'pick' || pending?.kind === 'meaning' || pending?.kind === 'delegate';
  if (offered && (patterns.none.test(said) || patterns.nothing.test(said))) return [{ kind: 'none_of_these' }];
  if (offered && pending.options.length === 1) {
    if (isPlainYes(wordsOf(said)) || patterns.begin.test(said)) return [{ kind: 'choose', number: 1 }];
    if (patterns.no.test(said)) return [{ kind: 'none_of_these' }];
  }
  if (pending?.kind === 'confirm') {
    if (patterns.yesStrong.test(said)) return [{ kind: 'confirm' }];
    if (patterns.no.test(said)) return [{ kind: 'reject' }];
    if (isPlainYes(wordsOf(said)) || allYes(said)) return [{ kind: 'confirm' }];
  }
  if (pending?.kind === 'delegate' && patterns.mine.test(said)) return [{ kind: 'ask_again', field: pending.field }];
  const asked = inHand?.asked ?? delegated?.field ?? null;
  if (asked?.meta.kind === 'yes_no' && yesOrNo(wordsOf(said)) !== null)
    return [{ kind: 'answer', words: view.words.raw }];
  const again = inHand?.asked && inHand.draft.content.values[inHand.asked.name] !== undefined;
  if (again && patterns.keep.test(said)) return [{ kind: 'keep' }];
  if (inHand && inHand.draft.delegations.length > 0 && patterns.mine.test(said)) return [{ kind: 'take_back' }];
  if (inHand?.asked && patterns.invent.test(unsigned(view.words.plain))) return [{ kind: 'invent' }];
  const none = asked?.meta.whenNone;
  if (none !== undefined && patterns.nothing.test(said)) return [{ kind: 'answer', words: none }];
  if (inHand?.asked && patterns.skip.test(said)) return [{ kind: 'skip', field: null }];
  if (asked || inHand) {
    if (asked && patterns.unclear.test(said)) return [{ kind: 'why', field: null }];
    const explained = whyOf(said, view);
    if (explained) return [explained];
  }
  if (inHand && patterns.restart.test(said))
    return [{ kind: 'cancel' }, { kind: 'open', tool: inHand.form.tool.name, fields: [] }];
  if (inHand && patterns.progress.test(said)) return [{ kind: 'progress' }];
  if (puttingAside(said)) return [{ kind: 'later' }];
  if (patterns.afterAll.test(said)) return [{ kind: inHand ? 'continue' : 'undo' }];
  const simple = simpleOf(said);
  if (simple) return [simple];
  if (!inHand && !delegated && steersForm(said)) return [{ kind: 'keep' }];
  if (!inHand && !delegated && (patterns.no.test(said) || patterns.none.test(said))) return [{ kind: 'none_of_these' }];
  if (!inHand && patterns.unclear.test(said)) return [{ kind: 'smalltalk', what: 'unclear' }];
  if (patterns.yesStrong.test(said) && /确认|确定|提交|submit|confirm/u.test(said)) return [{ kind: 'confirm' }];
  const talk = smallTalk.find(([pattern]) => pattern.test(said));
  return talk ? [{ kind: 'smalltalk', what: talk[1] }] : null;
}

/** 取肖: steering words by their sound. */
const bySound = new Map(
  ['取消', '上一步', '跳过', '撤销', '确认', '继续', '返回', '提交'].map((word) => [soundOf(word), word]),
);

function heard(said: string): string {
  return said.length > 3 || !/^\p{Script=Han}+$/u.test(said) ? said : (bySound.get(soundOf(said)) ?? said);
}

/** 先放着吧,我去开会 */
function puttingAside(said: string): boolean {
  const parts = segmentsOf(wordsOf(said)).map(({ plain }) => bare(plain));
  return (
    parts.length > 1 &&
    parts.some((part) => patterns.later.test(part)) &&
    parts.every((part) => patterns.later.test(part) || patterns.excuse.test(part))
  );
}

/** What means nothing but in a form: none is open. */
function steersForm(said: string): boolean {
  return [patterns.skip, patterns.keep, patterns.mine, patterns.invent].some((pattern) => pattern.test(said));
}

function simpleOf(said: string): Command | null {
  if (patterns.undo.test(said)) return { kind: 'undo' };
  if (patterns.cancel.test(said)) return { kind: 'cancel' };
  if (patterns.back.test(said)) return { kind: 'back' };
  if (patterns.goOn.test(said)) return { kind: 'continue' };
  if (patterns.later.test(said)) return { kind: 'later' };
  if (patterns.list.test(said)) return { kind: 'list_drafts' };
  if (patterns.repeat.test(said)) return { kind: 'repeat' };
  return patterns.help.test(said) ? { kind: 'help' } : null;
}

function ordinal(said: string, { pending, inHand }: TurnView): number | null {
  const count =
    pending && 'options' in pending
      ? pending.options.length
      : pending?.kind === 'field'
        ? Object.keys(inHand?.asked?.meta.choices ?? {}).length
        : 0;
  if (count === 0) return null;
  const number =
    patterns.ordinals.find(([pattern]) => pattern.test(said))?.[1] ?? (patterns.last.test(said) ? count : null);
  return number !== null && number <= count ? number : null;
}
