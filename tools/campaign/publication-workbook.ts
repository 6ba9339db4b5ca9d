/** The three lists of the city as a workbook of three sheets, a line each with its department. */
import exceljs from 'exceljs';
import type { Consolidation } from './consolidation.ts';
import { cellOf, columnsOf, fieldsOfList } from './list-row.ts';
import { addSheet } from './list-table.ts';
import { listKinds, listNames } from './stage-names.ts';

export async function publicationWorkbook({ lists }: Consolidation): Promise<Uint8Array> {
  const workbook = new exceljs.Workbook();
  for (const list of listKinds) {
    const fields = fieldsOfList(list);
    let number = 0;
    const lines = lists[list].flatMap(({ department, rows, diff, lastYear }) => {
      const added = new Set(diff.added.map(({ key }) => key));
      const changed = new Set(diff.changed.map(({ row }) => row.key));
      return rows.map((row) => {
        const remark = lastYear === null || added.has(row.key) ? '新增' : changed.has(row.key) ? '变更' : '';
        return [String((number += 1)), department, ...fields.map((field) => cellOf(list, row, field)), remark];
      });
    });
    // A scenario names two departments: whose scenario it is, and who provides the data.
    const whose = list === 'scenarios' ? '使用部门' : '提供部门';
    addSheet(workbook, listNames[list], [['序号', whose, ...Object.values(columnsOf[list]), '与上年相比'], ...lines]);
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
