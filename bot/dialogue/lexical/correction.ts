/** Recognises that something given before is being put right, and what it is to be. */
import type { FieldKind } from '#tools/field-meta.ts';
import type { Field } from '#tools/fields-of.ts';
import type { Command } from '../command.ts';
import { sliceWords, type Words } from '../words.ts';
import { fieldNamed, namePattern } from './field-names.ts';
import { moodOf } from './mood.ts';

const wrong = '(?:不对|不是|错了?|搞错了?|弄错了?|写错了?|填错了?|说错了?|不准确|有误|有问题)';
const hedge = '(?:啊|呀|哦|噢|等(?:一下|等)|那个|抱歉|不好意思|更正(?:一下)?|[,. ])*';
const become =
  '(?:改成|改为|改到|改|换成|换为|换|变成|应该(?:是|为|填|写)|应(?:为|是)|设(?:为|成|置为)|调整?(?:为|成)|写成|填成|加上|补上|补充|填上|写上|定为|更正为|而?是|选)';

/** `不是每月,是每季度` */
const denied = /^(?:啊|哦|噢|等等|[,. ])*不是([^,.;]{1,20})[,,;;. ]*(?:而?是|改成|应该是|应为)(.+)$/su;
/** `不对,改成每季度`, `改成每季度`, `错了,应该是每月` */
const unnamed = new RegExp(
  `^${hedge}(?:(?:不对|不,|错了?|搞错了?|弄错了?|写错了?|填错了?|说错了?)${hedge})?(?:还是|请|帮我|就)?(?:再)?${become}[:, ]*(.+)$`,
  'su',
);
const startsWrong = new RegExp(`^${hedge}(?:不对|不,|错了|搞错了|弄错了|写错了|填错了|说错了)${hedge}`, 'u');

export function correctionOf(words: Words, fields: readonly Field[]): readonly Command[] | null {
  const names = namePattern(fields);
  const { plain } = words;
  const whole = (match: RegExpExecArray, group: number): string => {
    const start = plain.lastIndexOf(match[group] ?? '');
    return trimmed(sliceWords(words, start, start + (match[group] ?? '').length).raw);
  };

  const named = new RegExp(
    `^${hedge}(?:(?:不对|错了)${hedge})?(?:请|帮我|我要|我想|还是)?(?:把|将)?(${names})(?:这项|这一项|那项|那个|给我)?(?:${wrong}${hedge})?(?:也|都|还是)?${become}[:, ]*(.+)$`,
    'su',
  ).exec(plain);
  const field = named && fieldNamed(named[1] ?? '', fields);
  if (named && field && !/^(?:一?下|一改|掉|了)?[.!]?$/u.test(named[2] ?? '') && moodOf(named[2] ?? '') !== 'question')
    return [{ kind: 'set', fields: [{ field: field.name, words: whole(named, 2) }] }];

  // 周期不是每年,是每月
  const not = new RegExp(
    `^${hedge}(${names})(?:这项|这一项|那项)?不是[^,.;]{1,20}[,;. ]*(?:而?是|应该是|应为|改成|改为)[:, ]*(.+)$`,
    'su',
  ).exec(plain);
  const meant = not && fieldNamed(not[1] ?? '', fields);
  if (not && meant) return [{ kind: 'set', fields: [{ field: meant.name, words: whole(not, 2) }] }];

  const onlyWrong = new RegExp(
    `^${hedge}(?:请|帮我|我要|我想)?(?:修改|改一?下|重新?填|重填|改|更正)?(?:一下)?(${names})(?:这项|这一项|那项)?(?:${wrong}|要改|改一?下|重新?填|重填)?[.!]?$`,
    'u',
  ).exec(plain);
  const again = onlyWrong && plain !== onlyWrong[1] && fieldNamed(onlyWrong[1] ?? '', fields);
  if (again) return [{ kind: 'ask_again', field: again.name }];

  const cleared = new RegExp(`^(?:请|帮我)?(?:清空|删掉|删除|去掉|不要)(${names})(?:这项|这一项)?[.!]?$`, 'u').exec(
    plain,
  );
  const empty = cleared && fieldNamed(cleared[1] ?? '', fields);
  if (empty) return [{ kind: 'clear', field: empty.name }];

  const more = new RegExp(
    `^(?:请|帮我|再)?(?:给|在|把)?(?:(${names})(?:里|中|后面)?)?(?:再)?(?:增?加|添加|补充?|追加)(?:上|一[个项条])?[:, ]*(.+?)(?:进去|上)?[.!]?$`,
    'su',
  ).exec(plain);
  const list = listNamed(more?.[1], fields);
  if (more && list) return [{ kind: 'append', field: list.name, words: whole(more, 2) }];
  const less =
    new RegExp(
      `^(?:请|帮我)?(?:把|将)?(?:(${names})(?:里|中)?的?)?(?:去掉|删掉|删除|删去|移除|不要)[:, ]*(.+?)[.!]?$`,
      'su',
    ).exec(plain) ??
    new RegExp(`^(?:请|帮我)?(?:把|将)(?:(${names})(?:里|中)?的?)?(.+?)(?:去掉|删掉|删除|删去|移除)[.!]?$`, 'su').exec(
      plain,
    );
  const shorter = listNamed(less?.[1], fields);
  if (less && shorter) return [{ kind: 'remove', field: shorter.name, words: whole(less, 2) }];

  const only = /^(?:啊|哦|等等|[,. ])*不是([^,.;]{1,20})[.!]?$/su.exec(plain);
  if (only) return [{ kind: 'correct', words: '', instead: (only[1] ?? '').trim() }];
  const instead = denied.exec(plain);
  if (instead) return [{ kind: 'correct', words: whole(instead, 2), instead: (instead[1] ?? '').trim() }];
  const plainly = unnamed.exec(plain);
  if (
    plainly &&
    (startsWrong.test(plain) || /^(?:还是|请|帮我|就)?(?:再)?(?:改成|改为|换成|应该是|应为|更正为)/u.test(plain))
  )
    return [{ kind: 'correct', words: whole(plainly, 1), instead: null }];
  const rest = startsWrong.exec(plain);
  if (rest && rest[0].length < plain.length)
    return [{ kind: 'correct', words: trimmed(sliceWords(words, rest[0].length).raw), instead: null }];
  return null;
}

/** The list that is meant: the one named, else the only one of the form. */
function listNamed(name: string | undefined, fields: readonly Field[]): Field | undefined {
  const lists = fields.filter(({ meta }) => listKinds.has(meta.kind));
  if (name !== undefined) return lists.find((field) => field === fieldNamed(name, fields));
  return lists.length === 1 ? lists[0] : undefined;
}

const listKinds: ReadonlySet<FieldKind> = new Set(['data_items', 'text_list', 'legal_bases', 'choices']);

function trimmed(text: string): string {
  return text
    .replace(/^[,,::。. ]+/u, '')
    .replace(/(?:才对|才是|吧|了)?[。.!!,,]*$/u, '')
    .trim();
}
