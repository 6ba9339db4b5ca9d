/** Reads a catalog file into rows by what it is: CSV, XLSX or JSON lines. */
import type { ColumnMapping } from './column-mapping.ts';
import { ImportFault } from './import-fault.ts';
import type { ReadTable } from './raw-row.ts';
import { readCsv } from './read-csv.ts';
import { readJsonl } from './read-jsonl.ts';
import { readTable } from './read-table.ts';
import { readXlsx } from './read-xlsx.ts';

export interface CatalogFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export async function readFile({ name, bytes }: CatalogFile, mapping: ColumnMapping): Promise<ReadTable> {
  if (bytes.length === 0) throw new ImportFault('文件是空的。');
  // Workbooks are zip files, whatever they are called.
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return readTable(await readXlsx(bytes), mapping);
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf)
    throw new ImportFault('这是旧版 .xls 文件,请在表格软件中另存为 .xlsx 或 .csv 再导入。');
  if (/\.(?:jsonl|ndjson|json)$/iu.test(name)) return readJsonl(bytes, mapping);
  return readTable(readCsv(bytes), mapping);
}
