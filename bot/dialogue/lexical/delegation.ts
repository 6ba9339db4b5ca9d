/** Recognises that a colleague is to be asked for a field: 让李明填更新周期, 这个转给王芳. */
import type { Field } from '#tools/fields-of.ts';
import { findPeople } from '#tools/people/find-person.ts';
import type { LookContext } from '#tools/tool-context.ts';
import type { Command } from '../command.ts';
import { type Words, sliceWords } from '../words.ts';
import { fieldNamed } from './field-names.ts';

const fill = '(?:来|去|帮忙|帮我|给我)?(?:填写?|提供|回答|补充|看看?|确认|写|定)(?:一下)?';
const who = '([\\p{Script=Han}·]{2,6}?)';
const forms: readonly (readonly [RegExp, 'field-last' | 'field-first'])[] = [
  [
    new RegExp(`^(?:那|就|要不|还是)?(?:让|请|叫|找|麻烦|由)${who}(?:同志|老师|主任|科长|处长)?${fill}(.{0,12})$`, 'u'),
    'field-last',
  ],
  [
    new RegExp(`^(?:那|就)?(.{0,12}?)(?:让|请|叫|找|由|麻烦)${who}(?:同志|老师|主任|科长|处长)?${fill}$`, 'u'),
    'field-first',
  ],
  [
    new RegExp(
      `^(?:那|就|把)?(.{0,12}?)(?:转给|转交给?|交给|发给|委托给?|派给)${who}(?:同志|老师|主任|科长|处长)?(?:${fill})?$`,
      'u',
    ),
    'field-first',
  ],
];

/** Somebody is to be asked, and not said who. */
const anybody =
  /^(?:那|就|要不|还是)?(.{0,12}?)(?:我?想)?(?:让|请|叫|找|由|麻烦|转给|交给)(?:我们?局|本局|我们?单位|我们?处室|我的?|其他|别的|一个?)*的?(?:同事|同志|别人|人|其他人|专员|经办人)(?:来|去|帮忙|帮我)?(?:填写?|写|弄|提供|回答|看看?)?(?:一下|这个|这项)?$/u;

/** Null also when nobody of that name is a colleague and the words could as well be a text. */
export async function delegationOf(
  words: Words,
  fields: readonly Field[],
  asked: { readonly open: boolean },
  context: LookContext,
): Promise<Command | null> {
  const said = sliceWords(words, 0).plain.replace(/[.!~吧]+$/u, '');
  if (said.length > 30) return null;
  const somebody = anybody.exec(said);
  if (somebody) {
    const field = fieldNamed((somebody[1] ?? '').replace(/^(?:这个|这项|这一项|它|一下)+$/u, ''), fields);
    if (field || (somebody[1] ?? '').length <= 2) return { kind: 'delegate', field: field?.name ?? null, words: '' };
  }
  for (const [pattern, order] of forms) {
    const match = pattern.exec(said);
    if (!match) continue;
    const [name, what] = order === 'field-last' ? [match[1], match[2]] : [match[2], match[1]];
    const field = fieldNamed((what ?? '').replace(/^(?:这个|这项|这一项|它|一下)+$/u, ''), fields);
    if (!name || (what !== '' && !field && !/^(?:这个|这项|这一项|它|一下|这个字段)$/u.test(what ?? ''))) continue;
    const known = (await findPeople(name, 'colleagues', context)).length > 0;
    if (known || !asked.open) return { kind: 'delegate', field: field?.name ?? null, words: name };
  }
  return null;
}
