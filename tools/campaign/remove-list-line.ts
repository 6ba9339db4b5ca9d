/** Takes a line out of a list. */
import { z } from 'zod';
import { Refusal } from '#tools/refusal.ts';
import { defineTool } from '#tools/tool.ts';
import { editList } from './edit-list.ts';
import { lineField } from './line-fields.ts';
import { departmentField, listField, reasonField, listWord } from './list-fields.ts';
import { listResult } from './list-result.ts';
import { refusals } from './refusals.ts';
import { stageAdvice } from './stage-advice.ts';

export const removeListLine = defineTool({
  name: 'remove-list-line',
  title: '清单删去一行',
  purpose: '从本部门的清单里删去一行,并说明原因。',
  effect: 'writes',
  article: '第二十五条第一款',
  input: z.object({
    departmentId: departmentField(),
    list: listField('从哪一张清单里删?'),
    line: lineField('删去哪一行?'),
    reason: reasonField('为什么删去?', '删去原因'),
  }),
  output: listResult,
  permits: { officer: 'own', lead: 'own', bureau: 'own' },
  says: [
    `删去|删除|删掉|去掉|移除 ${listWord} 行|条|项`,
    `${listWord} 删去|删除|删掉|去掉|移除`,
    `删去|删除|删掉|去掉 ${listWord}`,
  ],
  touches: ({ departmentId }) => ({ departmentId }),
  advise: stageAdvice('edited'),
  async run({ departmentId, list, line, reason }, context) {
    const { result } = await editList(
      { departmentId, list },
      (rows) => {
        const left = rows.filter(({ key }) => key !== line);
        if (left.length === rows.length) throw new Refusal('LINE_UNKNOWN', ...refusals.lineUnknown);
        return left;
      },
      context,
      { how: 'form', note: reason },
    );
    return result;
  },
});
