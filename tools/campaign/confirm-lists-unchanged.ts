/** 无变化: the department's lists stay as they were last year; goes to its lead for the sign-off. */
import { z } from 'zod';
import { defineTool } from '#tools/tool.ts';
import { departmentField, listsField, listWord } from './list-fields.ts';
import { stageAdvice } from './stage-advice.ts';
import { listResult } from './list-result.ts';
import { incompleteAdvice, prepareLists, preparingRemarks } from './prepare-lists.ts';

const input = z.object({ lists: listsField('哪一张清单没有变化?也可以三张一起。'), departmentId: departmentField() });

export const confirmListsUnchanged = defineTool({
  name: 'confirm-lists-unchanged',
  title: '清单无变化',
  purpose: '本部门的清单与上年相比没有变化:按上年版本提交部门负责人签批。',
  effect: 'writes',
  article: '第二十五条第一款',
  input,
  output: listResult,
  permits: { officer: 'own', lead: 'own', bureau: 'own' },
  says: [`${listWord} 无变化|没有变化|没变化|没有变动|不变|没变|照旧|同去年|与去年一致|跟去年一样`],
  touches: ({ departmentId }) => ({ departmentId }),
  async advise(given, context) {
    const stopped = await stageAdvice('prepared')(given, context);
    const wanted = input.safeParse(given);
    return stopped.length > 0 || !wanted.success ? stopped : await incompleteAdvice(wanted.data, true, context);
  },
  summary: (wanted, context) => preparingRemarks(wanted, true, context),
  run: (wanted, context) => prepareLists(wanted, true, context),
});
