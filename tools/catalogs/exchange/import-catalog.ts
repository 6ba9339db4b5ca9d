/** Imports a catalog file: every row is imported or reported, in one transaction. */
import type { Store } from '#prisma/store.ts';
import { type Adjustment, adjustmentsIn } from './adjustments.ts';
import type { ColumnMapping } from './column-mapping.ts';
import { findDepartments } from './find-departments.ts';
import { type LocatedEntry, matchEntries } from './match-entries.ts';
import { mergeRows } from './merge-rows.ts';
import type { RowNote } from './raw-row.ts';
import type { ReadEntry } from './read-entry.ts';
import { type CatalogFile, readFile } from './read-file.ts';
import { type ImportPlan, writeImport, type WriteCounts } from './write-import.ts';

export interface ImportOptions {
  readonly mapping: ColumnMapping;
  readonly publish: boolean;
  /** Import nothing when any row is rejected. */
  readonly allOrNothing: boolean;
  /** Make departments not known yet. */
  readonly createDepartments: boolean;
  readonly now: Date;
  readonly via: string;
}

export interface ImportReport extends Readonly<WriteCounts> {
  /** Rows below the heading. */
  readonly rows: number;
  /** Rows that went into entries; with the rejected ones they are all rows. */
  readonly taken: number;
  /** What the mapping file changed in them. */
  readonly adjusted: readonly Adjustment[];
  readonly rejected: readonly RowNote[];
  readonly remarks: readonly RowNote[];
  readonly unknownHeadings: readonly string[];
  readonly createdDepartments: readonly string[];
  /** False: nothing was written, because of `allOrNothing`. */
  readonly written: boolean;
}

const timeout = 20 * 60_000;

class NothingImported extends Error {}

/** Throws `ImportFault` for a file that is no catalog. */
export async function importCatalog(
  store: Pick<Store, 'db'>,
  file: CatalogFile,
  { mapping, publish, allOrNothing, createDepartments, now, via }: ImportOptions,
): Promise<ImportReport> {
  const table = await readFile(file, mapping);
  const merged = mergeRows(table.rows, mapping);
  const rejected: RowNote[] = [...table.rejected, ...merged.rejected];
  let createdDepartments: readonly string[] = [];
  let counts: WriteCounts = { created: 0, updated: 0, unchanged: 0 };
  let written = true;
  const taken = new Set<number>();
  /** With every row that went into it. */
  const reject = ({ row, rows }: LocatedEntry | ReadEntry, reason: string): void => {
    rejected.push({ row, reason });
    for (const further of rows)
      if (further !== row) rejected.push({ row: further, reason: `所属目录(第 ${row} 行)没有导入` });
  };
  try {
    await store.db.$transaction(
      async (db) => {
        const names = [...new Set(merged.entries.map(({ department }) => department))];
        const departments = await findDepartments(db, names, { create: createDepartments, now });
        createdDepartments = departments.created;
        const located = merged.entries.flatMap((entry): LocatedEntry[] => {
          const found = departments.of(entry.department);
          if ('id' in found) return [{ ...entry, departmentId: found.id }];
          reject(entry, found.reason);
          return [];
        });
        const match = await matchEntries(db, located);
        const seen = new Map<string, number>();
        const plans = located.flatMap((entry): ImportPlan[] => {
          const stored = match(entry);
          if (stored && 'reason' in stored) reject(entry, stored.reason);
          else {
            const key = stored ? stored.id : `code:${entry.code ?? `row ${entry.row}`}`;
            const before = seen.get(key);
            seen.set(key, entry.row);
            if (before === undefined) return [{ entry, stored }];
            reject(entry, `与第 ${before} 行指的是同一条目录`);
          }
          return [];
        });
        if (allOrNothing && rejected.length > 0) throw new NothingImported();
        counts = await writeImport(db, plans, { publish, now, via });
        for (const { entry } of plans) for (const row of entry.rows) taken.add(row);
      },
      { timeout, maxWait: timeout },
    );
  } catch (error) {
    if (!(error instanceof NothingImported)) throw error;
    written = false;
    createdDepartments = [];
  }
  return {
    ...counts,
    rows: table.rows.length + table.rejected.length,
    taken: taken.size,
    adjusted: adjustmentsIn(
      table.rows.filter(({ row }) => taken.has(row)),
      mapping,
    ),
    rejected: rejected.toSorted((a, b) => a.row - b.row),
    remarks: merged.remarks,
    unknownHeadings: table.unknownHeadings,
    createdDepartments,
    written,
  };
}
