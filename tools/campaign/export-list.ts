/** Gives a department's list as a table to edit in a spreadsheet: CSV to copy, and a workbook. */
import { z } from 'zod';
import { defineTool } from '#tools/tool.ts';
import { listTable, tableCsv, tableXlsx } from './list-table.ts';
import { viewsOf } from './list-view.ts';
import { departmentField, listField, listWord } from './list-fields.ts';
import { listNames } from './stage-names.ts';
import { loadList } from './submission-row.ts';

export const exportList = defineTool({
  name: 'export-list',
  title: '导出清单表格',
  purpose: '把部门的一张清单导出为表格,改好后可以导入回来。',
  effect: 'reads',
  article: '第二十五条第一款',
  input: z.object({ departmentId: departmentField(), list: listField('导出哪一张清单?') }),
  output: z.object({
    departmentId: z.string(),
    fileName: z.string(),
    lines: z.number().int(),
    csv: z.string(),
    /** Base64. */
    workbook: z.string(),
  }),
  permits: { officer: 'own', lead: 'own', bureau: 'any' },
  says: [`导出|下载|打印 ${listWord}`, `${listWord} 导出|下载|表格|excel`],
  touches: ({ departmentId }) => ({ departmentId }),
  async run({ departmentId, list }, { db, now }) {
    const submission = await loadList(db, departmentId, list);
    const [view] = await viewsOf(db, [submission], now);
    if (!view) throw new Error('a list without a view');
    const table = listTable(view);
    return {
      departmentId,
      fileName: `${submission.department.name}-${submission.campaign.year}年${listNames[list]}.xlsx`,
      lines: submission.rows.length,
      csv: tableCsv(table),
      workbook: Buffer.from(await tableXlsx(list, table)).toString('base64'),
    };
  },
});
