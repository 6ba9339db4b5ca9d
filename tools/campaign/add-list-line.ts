/** Adds a line to a list by hand: what is shared, opened or used and stands in no catalog or request here. */
import { z } from 'zod';
import { timeOrderedId } from '#tools/catalogs/time-ordered-id.ts';
import { fieldMeta } from '#tools/field-meta.ts';
import { Refusal } from '#tools/refusal.ts';
import { defineTool } from '#tools/tool.ts';
import { identityOf } from './compare-rows.ts';
import { editList } from './edit-list.ts';
import { lineFields } from './line-fields.ts';
import { departmentField, listField, listWord } from './list-fields.ts';
import { listResult } from './list-result.ts';
import { emptyRow, listRowSchema } from './list-row.ts';
import { refusals } from './refusals.ts';
import { stageAdvice } from './stage-advice.ts';

export const addListLine = defineTool({
  name: 'add-list-line',
  title: '清单增加一行',
  purpose: '在本部门的清单里增加一行。',
  effect: 'writes',
  article: '第二十五条第一款',
  input: z.object({
    departmentId: departmentField(),
    list: listField('加到哪一张清单?'),
    name: z
      .string()
      .trim()
      .min(2)
      .max(200)
      .register(fieldMeta, {
        label: '名称',
        kind: 'text',
        aliases: ['数据资源名称', '应用场景', '场景名称'],
        ask: '这一行叫什么?清单里写数据资源名称,应用场景清单里写场景名称。',
        example: '校园体育场地开放信息',
      }),
    ...lineFields(true),
  }),
  output: listResult,
  permits: { officer: 'own', lead: 'own', bureau: 'own' },
  says: [
    `增加|新增|添加|加 ${listWord} 行|条|项`,
    `${listWord} 增加|新增|添加|加一行|加一条`,
    '增加|新增|添加|加一个 应用场景|场景',
  ],
  touches: ({ departmentId }) => ({ departmentId }),
  advise: stageAdvice('edited'),
  async run({ departmentId, list, name, ...given }, context) {
    const key = `line:${timeOrderedId(context.now)}`;
    const row = listRowSchema.parse({
      ...emptyRow(key, name),
      ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
    });
    const { result } = await editList(
      { departmentId, list },
      (rows) => {
        if (rows.some((other) => identityOf(other) === identityOf(row)))
          throw new Refusal('LINE_TAKEN', ...refusals.lineTaken(name));
        return [...rows, row];
      },
      context,
      { how: 'form' },
    );
    return result;
  },
});
