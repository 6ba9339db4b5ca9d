/** Prints a request as a one-page record for the file: Markdown and a workbook. */
import { z } from 'zod';
import { defineTool } from '#tools/tool.ts';
import { caseMarkdown } from './case-markdown.ts';
import { caseRecord } from './case-record.ts';
import { caseWorkbook } from './case-workbook.ts';
import { cityCalendar } from './city-calendar.ts';
import { mayRead } from './may-read.ts';
import { requestField } from './request-field.ts';
import { loadRequest } from './request-row.ts';

export const printCase = defineTool({
  name: 'print-case',
  title: '打印办理记录',
  purpose: '把一件申请的内容、经过、依据和期限计算打印成一页记录(Markdown 和 XLSX)。',
  effect: 'reads',
  article: null,
  input: z.object({ requestId: requestField('any', '打印哪一件申请?') }),
  output: z.object({
    number: z.number().int(),
    markdown: z.string(),
    fileName: z.string(),
    /** Base64. */
    workbook: z.string(),
  }),
  permits: { officer: 'own', lead: 'own', bureau: 'any', public: 'own' },
  says: ['打印|导出 记录|卷宗|申请', '办理记录'],
  touches: ({ requestId }, context) => mayRead(requestId, context),
  async run({ requestId }, { db, now }) {
    const row = await loadRequest(db, requestId);
    const record = caseRecord(row, { calendar: await cityCalendar(db), now });
    return {
      number: row.number,
      markdown: caseMarkdown(record),
      fileName: `request-${row.number}.xlsx`,
      workbook: Buffer.from(await caseWorkbook(record)).toString('base64'),
    };
  },
});
