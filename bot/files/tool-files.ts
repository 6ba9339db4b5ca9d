/** The explicit list of the tools whose result is a file to take along. */
import { exportList } from '#tools/campaign/export-list.ts';
import { exportPublication } from '#tools/campaign/export-publication.ts';
import { exportBroadcastReport } from '#tools/broadcast/export-broadcast-report.ts';
import { exportDeadlines } from '#tools/requests/export-deadlines.ts';
import { printCase } from '#tools/requests/print-case.ts';
import type { AnyTool, Tool } from '#tools/tool.ts';
import type { z } from 'zod';
import type { MadeFile } from './deliver-file.ts';

type FileOf = Pick<MadeFile, 'part' | 'name' | 'type' | 'bytes'>;

export interface ToolFiles {
  readonly tool: AnyTool;
  /** @param output as the tool gave it */
  readonly files: (output: unknown) => readonly FileOf[];
}

function toolFiles<Input extends z.ZodObject, Output>(
  tool: Tool<Input, Output>,
  files: (output: Output) => readonly FileOf[],
): ToolFiles {
  return { tool, files: (output) => files(tool.output.parse(output)) };
}

const utf8 = new TextEncoder();

export const filesOfTools: readonly ToolFiles[] = [
  toolFiles(printCase, ({ number, markdown, workbook }) => [
    {
      part: 'xlsx',
      name: `办理记录-${number}.xlsx`,
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      bytes: Buffer.from(workbook, 'base64'),
    },
    {
      part: 'md',
      name: `办理记录-${number}.md`,
      type: 'text/markdown; charset=utf-8',
      bytes: utf8.encode(markdown),
    },
  ]),
  toolFiles(exportBroadcastReport, ({ number, csv, workbook }) => [
    {
      part: 'xlsx',
      name: `群发名单-${number}.xlsx`,
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      bytes: Buffer.from(workbook, 'base64'),
    },
    { part: 'csv', name: `群发名单-${number}.csv`, type: 'text/csv; charset=utf-8', bytes: utf8.encode(csv) },
  ]),
  toolFiles(exportList, ({ fileName, workbook, csv }) => [
    {
      part: 'xlsx',
      name: fileName,
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      bytes: Buffer.from(workbook, 'base64'),
    },
    {
      part: 'csv',
      name: fileName.replace(/xlsx$/u, 'csv'),
      type: 'text/csv; charset=utf-8',
      bytes: utf8.encode(csv),
    },
  ]),
  toolFiles(exportPublication, ({ fileName, workbook, markdownName, markdown }) => [
    {
      part: 'xlsx',
      name: fileName,
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      bytes: Buffer.from(workbook, 'base64'),
    },
    { part: 'md', name: markdownName, type: 'text/markdown; charset=utf-8', bytes: utf8.encode(markdown) },
  ]),
  toolFiles(exportDeadlines, ({ ics }) => [
    { part: 'ics', name: '期限日历.ics', type: 'text/calendar; charset=utf-8', bytes: utf8.encode(ics) },
  ]),
];

/** @returns none for a tool that makes no file */
export function filesOf(
  tool: Pick<AnyTool, 'name'>,
  fields: Readonly<Record<string, unknown>>,
  output: unknown,
): readonly MadeFile[] {
  const made = filesOfTools.find((one) => one.tool.name === tool.name);
  return (made?.files(output) ?? []).map((file) => ({ ...file, tool: tool.name, fields }));
}
