/** Changes one line of a list. */
import { z } from 'zod';
import { fieldMeta } from '#tools/field-meta.ts';
import { Refusal } from '#tools/refusal.ts';
import { defineTool } from '#tools/tool.ts';
import { changedCells, identityOf } from './compare-rows.ts';
import { editList } from './edit-list.ts';
import { lineField, lineFields } from './line-fields.ts';
import { departmentField, listField, listWord } from './list-fields.ts';
import { listResult } from './list-result.ts';
import { type ListRow, listRowSchema } from './list-row.ts';
import { refusals } from './refusals.ts';
import { stageAdvice } from './stage-advice.ts';
import { loadList } from './submission-row.ts';

const input = z.object({
  departmentId: departmentField(),
  list: listField('改哪一张清单?'),
  line: lineField('改哪一行?'),
  name: z.string().trim().min(2).max(200).optional().register(fieldMeta, {
    label: '新名称',
    kind: 'text',
    example: '婚姻登记信息',
  }),
  ...lineFields(false),
  note: z
    .string()
    .trim()
    .min(2)
    .max(500)
    .optional()
    .register(fieldMeta, {
      label: '修改原因',
      kind: 'long_text',
      aliases: ['修改说明'],
      ask: '要改的内容可以直接写成“类型改为有条件”“条件改为仅限核验”这样;有原因要说明请写在这里,没有可以跳过。',
    }),
});

type Given = Omit<z.infer<typeof input>, 'departmentId' | 'list' | 'line' | 'note'>;

/** What is given takes the place of what was; a condition goes with the type it belongs to. */
function changed(row: ListRow, given: Given): ListRow {
  const next = { ...row, ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) };
  return listRowSchema.parse(next.type === 'conditional' ? next : { ...next, basis: null });
}

export const changeListLine = defineTool({
  name: 'change-list-line',
  title: '修改清单的一行',
  purpose: '修改本部门清单里的一行,例如补上开放类型。',
  effect: 'writes',
  article: '第二十五条第一款',
  input,
  output: listResult,
  permits: { officer: 'own', lead: 'own', bureau: 'own' },
  says: [
    `修改|改|更正|调整|补上|补充|填 ${listWord} 行|类型|条件|方式|名称`,
    `${listWord} 第 行 改|补|修改|更正`,
    `修改|改一下|更正|调整 ${listWord}`,
  ],
  touches: ({ departmentId }) => ({ departmentId }),
  advise: stageAdvice('edited'),
  async summary(input, { db }) {
    const { departmentId, list, line, note: _, ...given } = input;
    const row = (await loadList(db, departmentId, list)).rows.find(({ key }) => key === line);
    if (!row) return ['清单里已经没有这一行。'];
    const cells = changedCells(list, row, changed(row, given));
    return cells.length === 0
      ? ['还没有要改的内容,请说明要改哪一项、改成什么。']
      : cells.map(({ heading, before, after }) => `- ${heading}由“${before || '未填'}”改为“${after || '未填'}”`);
  },
  async run({ departmentId, list, line, note, ...given }, context) {
    const { result } = await editList(
      { departmentId, list },
      (rows) => {
        const row = rows.find(({ key }) => key === line);
        if (!row) throw new Refusal('LINE_UNKNOWN', ...refusals.lineUnknown);
        const next = changed(row, given);
        if (rows.some((other) => other !== row && identityOf(other) === identityOf(next)))
          throw new Refusal('LINE_TAKEN', ...refusals.lineTaken(next.name));
        return rows.map((other) => (other === row ? next : other));
      },
      context,
      { how: 'form', note },
    );
    return result;
  },
});
