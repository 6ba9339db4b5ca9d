/** The fields by which a list and its department are named. */
import { z } from 'zod';
import type { ListKind } from '#prisma/generated/enums.ts';
import { fieldMeta } from '#tools/field-meta.ts';
import type { Actor } from '#tools/people/actor.ts';
import { onlyDepartment } from '#tools/requests/share-form.ts';
import { listKinds } from './stage-names.ts';

const words = {
  sharing: ['共享清单', '数据共享清单', '共享责任清单', '数据共享责任清单', '共享目录清单', '共享'],
  opening: ['开放清单', '数据开放清单', '开放责任清单', '数据开放责任清单', '开放目录清单', '开放'],
  scenarios: ['应用场景清单', '数据应用场景清单', '场景清单', '应用场景', '场景'],
} as const satisfies Readonly<Record<ListKind, readonly string[]>>;

const all = ['三张清单', '三张', '3张清单', '全部清单', '所有清单', '全部', '都'];
const which = '共享清单、开放清单、应用场景清单。';

/** The lists as they stand in what people say, the longest names first. */
export const listWord = '三张清单|3张清单|应用场景清单|共享责任清单|开放责任清单|共享清单|开放清单|场景清单|清单';

/** @param ask null: not asked for, only taken when it is said */
export const listField = (ask: string | null = '哪一张清单?') =>
  z.enum(listKinds).register(fieldMeta, {
    label: '清单',
    kind: 'choice',
    ...(ask !== null && { ask }),
    hint: which,
    example: '共享清单',
    article: '第二十五条第一款',
    choices: words,
  });

/** One of the three, or all of them that are at the right stage. */
export const listsField = (ask = '哪一张清单?也可以三张一起。') =>
  z.enum([...listKinds, 'all']).register(fieldMeta, {
    label: '清单',
    kind: 'choice',
    ask,
    hint: which,
    example: '三张清单',
    article: '第二十五条第一款',
    choices: { all, ...words },
  });

export function listsOf(chosen: ListKind | 'all'): readonly ListKind[] {
  return chosen === 'all' ? listKinds : [chosen];
}

/** The bureau's people look at others' lists. */
function ownDepartment(actor: Actor): string | undefined {
  return actor.memberships.some(({ role }) => role === 'bureau') ? undefined : onlyDepartment(actor);
}

export const departmentField = (ask = '哪个部门的清单?', label = '部门') =>
  z.string().register(fieldMeta, {
    label,
    kind: 'department',
    ask,
    article: '第二十五条第一款',
    example: '市民政局',
    known: ownDepartment,
  });

export const reasonField = (ask: string, label = '退回原因') =>
  z
    .string()
    .trim()
    .min(4, '请写明具体原因,至少 4 个字')
    .max(1_000)
    .register(fieldMeta, {
      label,
      kind: 'long_text',
      aliases: ['原因', '理由'],
      ask,
      example: '第 3 行缺开放条件',
      article: '第二十五条第二款',
    });
