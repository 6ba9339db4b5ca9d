/** Takes the lines of a list in from a table pasted from a spreadsheet, with a report on every row. */
import { z } from 'zod';
import { ImportFault } from '#tools/catalogs/exchange/import-fault.ts';
import { readCsv } from '#tools/catalogs/exchange/read-csv.ts';
import type { ListKind } from '#prisma/generated/enums.ts';
import { fieldMeta } from '#tools/field-meta.ts';
import { Refusal } from '#tools/refusal.ts';
import { defineTool } from '#tools/tool.ts';
import { takeInTable } from './take-in-table.ts';
import { importLines, importReport } from './import-lines.ts';
import { departmentField, listField, listWord } from './list-fields.ts';
import { listResult } from './list-result.ts';
import { readListTable, type ReadLine } from './read-list-table.ts';
import { refusals } from './refusals.ts';
import { stageAdvice } from './stage-advice.ts';
import { loadList } from './submission-row.ts';

function linesIn(list: ListKind, text: string): readonly ReadLine[] {
  return readListTable(list, readCsv(new TextEncoder().encode(text)));
}

export const importListRows = defineTool({
  name: 'import-list',
  title: '导入清单表格',
  purpose: '把在表格里改好的清单粘贴回来,逐行核对后更新本部门的清单。',
  effect: 'writes',
  article: '第二十五条第一款',
  input: z.object({
    departmentId: departmentField(),
    list: listField('导入哪一张清单?'),
    rows: z.string().trim().min(5).max(400_000).register(fieldMeta, {
      label: '表格内容',
      kind: 'pasted_table',
      ask: '请把表格连同表头一起粘贴过来。',
      hint: '先说“导出清单表格”拿到现在的内容,在表格里改好,再复制粘贴;“行标识”一列请不要改。',
      example: '数据资源名称,共享类型,共享条件',
    }),
    extent: z.enum(['whole', 'part']).register(fieldMeta, {
      label: '范围',
      kind: 'choice',
      ask: '粘贴的是整张清单(没有的行撤出),还是只更新其中这些行?',
      article: '第二十五条第一款',
      choices: {
        whole: ['整张清单', '整张', '全部', '整个'],
        part: ['只更新这些行', '只更新', '部分', '这些行'],
      },
    }),
  }),
  output: listResult,
  permits: { officer: 'own', lead: 'own', bureau: 'own' },
  says: [`导入|粘贴|上传|贴 ${listWord}`, `${listWord} 导入|粘贴|上传`],
  touches: ({ departmentId }) => ({ departmentId }),
  advise: stageAdvice('edited'),
  async summary({ departmentId, list, rows, extent }, { db, now }) {
    try {
      const { rows: current } = await loadList(db, departmentId, list);
      const whole = extent === 'whole';
      return [...importReport(importLines(current, linesIn(list, rows), { list, whole, now }))];
    } catch (error) {
      return error instanceof ImportFault ? [error.message] : Promise.reject(error as Error);
    }
  },
  async run({ departmentId, list, rows, extent }, context) {
    try {
      const read = linesIn(list, rows);
      return await takeInTable({ departmentId, list }, read, { whole: extent === 'whole', how: 'pasted' }, context);
    } catch (error) {
      if (!(error instanceof ImportFault)) throw error;
      throw new Refusal('LIST_TABLE', ...refusals.nothingRead(error.message));
    }
  },
});
