/** A row of a file before anything is understood: its number as a spreadsheet shows it, and its cells by field. */
import type { Field } from './columns.ts';

export interface RawRow {
  /** 1-based in the file, the heading included; for JSON lines the line. */
  readonly row: number;
  /** Trimmed; empty cells are absent. */
  readonly cells: ReadonlyMap<Field, string>;
}

/** A row, or a part of one, that was not imported, or was with a remark. */
export interface RowNote {
  readonly row: number;
  /** One Chinese sentence. */
  readonly reason: string;
}

export interface ReadTable {
  readonly rows: readonly RawRow[];
  readonly rejected: readonly RowNote[];
  /** Headings that no field was found for. */
  readonly unknownHeadings: readonly string[];
}

/** One way to break a line: workbooks keep `\n` only, so that what is exported comes back unchanged. */
export function cellText(text: string): string {
  return text.trim().replace(/\r\n?/gu, '\n');
}
