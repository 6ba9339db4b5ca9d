/** The whole roster of a broadcast with what became of each person: CSV and workbook. */
import { z } from 'zod';
import { defineTool } from '#tools/tool.ts';
import { broadcastCounts, reportLines } from './broadcast-report.ts';
import { broadcastField } from './broadcast-field.ts';
import { loadBroadcast } from './broadcast-row.ts';
import { nameOf } from './broadcast-result.ts';
import { reportCsv, reportWorkbook } from './report-table.ts';

export const exportBroadcastReport = defineTool({
  name: 'export-broadcast-report',
  title: '导出群发名单',
  purpose: '导出一条群发的完整名单和每个人的结果(CSV 和 XLSX)。',
  effect: 'reads',
  article: null,
  input: z.object({ broadcastId: broadcastField('any', '导出哪一条群发的名单?') }),
  output: z.object({
    number: z.number().int(),
    people: z.number().int(),
    fileName: z.string(),
    csv: z.string(),
    /** Base64. */
    workbook: z.string(),
  }),
  permits: { bureau: 'any' },
  says: ['导出|下载 群发|广播 名单|报告|结果', '导出|下载 群发|广播'],
  touches: () => null,
  async run({ broadcastId }, { db, now }) {
    const broadcast = await loadBroadcast(db, broadcastId);
    const lines = await reportLines(db, broadcastId, now);
    const counts = await broadcastCounts(db, broadcastId, now);
    return {
      number: broadcast.number,
      people: lines.length,
      fileName: `broadcast-${broadcast.number}`,
      csv: reportCsv(lines),
      workbook: Buffer.from(await reportWorkbook(nameOf(broadcast), counts, lines)).toString('base64'),
    };
  },
});
