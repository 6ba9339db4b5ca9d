/** What a mapping file changed on the way in: values it translated and gaps it filled, with how many rows each. */
import type { ColumnMapping } from './column-mapping.ts';
import { type Field, columns } from './columns.ts';
import type { RawRow } from './raw-row.ts';

export interface Adjustment {
  /** Heading of the field as in our export. */
  readonly field: string;
  /** What the file says; null where it says nothing. */
  readonly from: string | null;
  readonly to: string;
  readonly rows: number;
}

const headingOf = new Map<Field, string>(columns.map(({ field, heading }) => [field, heading]));

/** @param rows those that were taken; the most frequent first */
export function adjustmentsIn(rows: readonly RawRow[], mapping: ColumnMapping): readonly Adjustment[] {
  const counted = new Map<string, Omit<Adjustment, 'rows'> & { rows: number }>();
  const count = (field: Field, from: string | null, to: string): void => {
    const key = JSON.stringify([field, from]);
    const known = counted.get(key);
    if (known) known.rows += 1;
    else counted.set(key, { field: headingOf.get(field) ?? field, from, to, rows: 1 });
  };
  for (const { cells } of rows) {
    for (const [field, text] of cells) {
      const meant = mapping.valueOf(field, text);
      if (meant !== text) count(field, text, meant);
    }
    // A row of nothing but a data item belongs to the entry above it and has no gaps of its own.
    if (!cells.has('name')) continue;
    for (const [field, text] of mapping.defaults) if (!cells.has(field)) count(field, null, text);
  }
  return [...counted.values()].toSorted((a, b) => b.rows - a.rows);
}
