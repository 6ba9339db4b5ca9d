/** The rows of the first sheet of a workbook that has any; merged cells say the same in each of their rows. */
import exceljs from 'exceljs';
import { ImportFault } from './import-fault.ts';
import { cellText } from './raw-row.ts';
import type { TableRow } from './read-csv.ts';

export async function readXlsx(bytes: Uint8Array): Promise<readonly TableRow[]> {
  const workbook = new exceljs.Workbook();
  try {
    // The library copies what it is given; its type asks for the older Buffer.
    await workbook.xlsx.load(Uint8Array.from(bytes).buffer);
  } catch (cause) {
    throw new ImportFault('XLSX 文件无法打开,请确认没有损坏或加密。', { cause });
  }
  const sheet = workbook.worksheets.find(({ actualRowCount }) => actualRowCount > 0);
  if (!sheet) throw new ImportFault('XLSX 文件里没有内容。');
  const rows: TableRow[] = [];
  sheet.eachRow({ includeEmpty: false }, (line, row) => {
    const cells: string[] = [];
    line.eachCell({ includeEmpty: true }, (cell, column) => {
      cells[column - 1] = cellText(textOf(cell.isMerged ? cell.master.value : cell.value));
    });
    rows.push({ row, cells: Array.from(cells, (text) => text ?? '') });
  });
  return rows;
}

function textOf(value: exceljs.CellValue): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value !== 'object') return String(value);
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('text' in value) return textOf(value.text);
  if ('result' in value) return textOf(value.result ?? null);
  return '';
}
