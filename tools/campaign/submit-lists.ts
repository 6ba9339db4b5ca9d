/** The department hands its lists, as pre-filled and edited, to its lead for the sign-off. */
import { z } from 'zod';
import { defineTool } from '#tools/tool.ts';
import { departmentField, listsField, listWord } from './list-fields.ts';
import { stageAdvice } from './stage-advice.ts';
import { listResult } from './list-result.ts';
import { incompleteAdvice, prepareLists, preparingRemarks } from './prepare-lists.ts';

const input = z.object({ lists: listsField('提交哪一张清单?也可以三张一起。'), departmentId: departmentField() });

export const submitLists = defineTool({
  name: 'submit-lists',
  title: '提交清单签批',
  purpose: '把预填并核对好的清单提交本部门负责人签批。',
  effect: 'writes',
  article: '第二十五条第一款',
  input,
  output: listResult,
  permits: { officer: 'own', lead: 'own', bureau: 'own' },
  says: [`提交|报送|上报|交|报 ${listWord}`, `${listWord} 提交|报送|送签|送审|提交签批`],
  touches: ({ departmentId }) => ({ departmentId }),
  async advise(given, context) {
    const stopped = await stageAdvice('prepared')(given, context);
    const wanted = input.safeParse(given);
    return stopped.length > 0 || !wanted.success ? stopped : await incompleteAdvice(wanted.data, false, context);
  },
  summary: (wanted, context) => preparingRemarks(wanted, false, context),
  run: (wanted, context) => prepareLists(wanted, false, context),
});
