/** A list as a table that imports again: its columns, what is lacking, and a mark by which each line is known again. */
import { stringify } from 'csv-stringify/sync';
import exceljs from 'exceljs';
import type { ListKind } from '#prisma/generated/enums.ts';
import type { ListView } from './list-view.ts';
import { cellOf, columnsOf, fieldsOfList, type ListRow } from './list-row.ts';
import { listNames } from './stage-names.ts';

export const markHeading = '行标识';
export const remarkHeading = '与上年相比';
export const lackHeading = '需要补充';

/** Heading first. */
export function listTable({ submission, diff, last, gaps }: ListView): readonly (readonly string[])[] {
  const { list, rows } = submission;
  const fields = fieldsOfList(list);
  const added = new Set(diff.added.map(({ key }) => key));
  const changed = new Map(diff.changed.map(({ row, cells }) => [row.key, cells.map(({ heading }) => heading)]));
  const remark = ({ key }: ListRow): string => {
    if (last === null) return '';
    if (added.has(key)) return '新增';
    const headings = changed.get(key);
    return headings ? `变更:${headings.join('、')}` : '不变';
  };
  return [
    ['序号', ...Object.values(columnsOf[list]), remarkHeading, lackHeading, markHeading],
    ...rows.map((row, index) => [
      String(index + 1),
      ...fields.map((field) => cellOf(list, row, field)),
      remark(row),
      gaps
        .filter(({ line }) => line === index + 1)
        .map(({ text }) => text.replace(/^第 \d+ 行“.*?”/u, ''))
        .join(';'),
      row.key,
    ]),
  ];
}

/** Programs that open CSV take a cell that begins like a formula for one: such a cell is marked as text. */
const formula = /^[=+\-@\t\r]/u;
export const textMark = "'";

/** With the mark that makes spreadsheets open it as UTF-8. */
export function tableCsv(table: readonly (readonly string[])[]): string {
  const safe = table.map((row) => row.map((cell) => (formula.test(cell) ? `${textMark}${cell}` : cell)));
  return stringify(safe, { bom: true, record_delimiter: 'windows' });
}

const widths: Readonly<Record<string, number>> = { 序号: 6, [markHeading]: 24, 更新周期: 10, 信息资源代码: 18 };

export function addSheet(workbook: exceljs.Workbook, name: string, table: readonly (readonly string[])[]): void {
  const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = (table[0] ?? []).map((heading) => ({ width: widths[heading] ?? 28 }));
  sheet.addRows(table.map((row) => [...row]));
  sheet.getRow(1).font = { bold: true };
}

export async function tableXlsx(list: ListKind, table: readonly (readonly string[])[]): Promise<Uint8Array> {
  const workbook = new exceljs.Workbook();
  addSheet(workbook, listNames[list], table);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
