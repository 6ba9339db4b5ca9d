/** The rows of a CSV file: comma, tab or semicolon, quoted or not, in whatever encoding. */
import { parse } from 'csv-parse/sync';
import { decodeText } from './decode-text.ts';
import { ImportFault } from './import-fault.ts';
import { cellText } from './raw-row.ts';

export interface TableRow {
  readonly row: number;
  readonly cells: readonly string[];
}

export function readCsv(bytes: Uint8Array): readonly TableRow[] {
  const text = decodeText(bytes);
  try {
    const records: string[][] = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
    });
    return records.map((record, index) => ({ row: index + 1, cells: record.map(cellText) }));
  } catch (cause) {
    throw new ImportFault(`CSV 文件无法读取:${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}

/** The sign that stands most often in the first lines, outside of quotes. */
function delimiterOf(text: string): string {
  const head = text.slice(0, 4_000).replace(/"[^"]*"/g, '');
  const count = (sign: string): number => head.split(sign).length;
  return [',', '\t', ';'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}
