/** Fills a list anew from the catalogs and requests as they are now; lines written by hand and what only the list says stay. */
import { z } from 'zod';
import { defineTool } from '#tools/tool.ts';
import { changeLines } from './change-lines.ts';
import { compareRows } from './compare-rows.ts';
import { editList } from './edit-list.ts';
import { departmentField, listField, listWord } from './list-fields.ts';
import { listResult } from './list-result.ts';
import { scenarioDay } from './list-view.ts';
import { mergeRows } from './merge-rows.ts';
import { proposedRows } from './proposed-rows.ts';
import { stageAdvice } from './stage-advice.ts';
import { loadList } from './submission-row.ts';

export const refillList = defineTool({
  name: 'refill-list',
  title: '重新预填清单',
  purpose: '目录或申请有变化以后,按现在的目录和已同意的申请重新预填一张清单;手工加的行保留。',
  effect: 'writes',
  article: '第二十五条第一款',
  input: z.object({ departmentId: departmentField(), list: listField('重新预填哪一张清单?') }),
  output: listResult,
  permits: { officer: 'own', lead: 'own', bureau: 'own' },
  says: [`重新|再 预填|生成 ${listWord}`, `按目录|用目录 更新|刷新|预填 ${listWord}`, `${listWord} 重新预填|刷新`],
  touches: ({ departmentId }) => ({ departmentId }),
  advise: stageAdvice('edited'),
  async summary({ departmentId, list }, { db, now }) {
    const { rows } = await loadList(db, departmentId, list);
    const proposed = (await proposedRows(db, { on: scenarioDay(now), departmentIds: [departmentId] }))(departmentId);
    const lines = changeLines(list, compareRows(list, rows, mergeRows(rows, proposed[list])));
    return lines.length === 0
      ? ['现在的清单和目录、申请一致,没有要改的。']
      : lines.slice(0, 10).map((line) => `- ${line}`);
  },
  async run({ departmentId, list }, context) {
    const { db, now } = context;
    const proposed = (await proposedRows(db, { on: scenarioDay(now), departmentIds: [departmentId] }))(departmentId);
    const { result } = await editList({ departmentId, list }, (rows) => mergeRows(rows, proposed[list]), context, {
      how: 'refill',
    });
    return result;
  },
});
