/** Finds the heading of a table and gives its rows by field; a title above the heading is passed over. */
import type { ColumnMapping } from './column-mapping.ts';
import type { Field } from './columns.ts';
import { ImportFault } from './import-fault.ts';
import type { RawRow, ReadTable } from './raw-row.ts';

/** The heading stands in one of the first lines. */
const headingWithin = 15;

/** @param table rows of cells with their numbers */
export function readTable(
  table: Iterable<{ readonly row: number; readonly cells: readonly string[] }>,
  mapping: ColumnMapping,
): ReadTable {
  let heading: readonly (Field | 'ignored' | undefined)[] | undefined;
  let unknownHeadings: readonly string[] = [];
  let looked = 0;
  const rows: RawRow[] = [];
  for (const { row, cells } of table) {
    if (!heading) {
      const fields = cells.map((cell) => (cell === '' ? 'ignored' : mapping.fieldOf(cell)));
      if (fields.includes('name')) {
        heading = fields;
        unknownHeadings = cells.filter((_, index) => fields[index] === undefined);
      } else if ((looked += 1) >= headingWithin) break;
      continue;
    }
    const given = new Map<Field, string>();
    for (const [index, field] of heading.entries()) {
      const text = cells[index] ?? '';
      if (field !== undefined && field !== 'ignored' && text !== '' && !given.has(field)) given.set(field, text);
    }
    if ([...given.keys()].some((field) => field !== 'sequence')) rows.push({ row, cells: given });
  }
  if (!heading)
    throw new ImportFault('没有找到表头:前几行里没有“信息资源名称”一列。列名不同时,请用 --mapping 指定列名映射文件。');
  return { rows, rejected: [], unknownHeadings };
}
