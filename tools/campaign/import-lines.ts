/** Puts the lines of a table into a list and says of every row what became of it. */
import type { ListKind } from '#prisma/generated/enums.ts';
import { timeOrderedId } from '#tools/catalogs/time-ordered-id.ts';
import { changedCells, identityOf } from './compare-rows.ts';
import type { ListRow, RowField } from './list-row.ts';
import type { ReadLine } from './read-list-table.ts';

export interface RowReport {
  readonly row: number;
  readonly what: 'added' | 'changed' | 'unchanged' | 'rejected';
  readonly name: string;
  /** For `changed`: which columns; for `rejected`: why. */
  readonly why: string;
}

export interface LinesImport {
  readonly rows: readonly ListRow[];
  readonly report: readonly RowReport[];
  /** Lines that the table no longer has. */
  readonly removed: readonly ListRow[];
}

export interface ImportOptions {
  readonly list: ListKind;
  /** The table is the whole list: what it lacks is taken out. A row that is rejected takes nothing out. */
  readonly whole: boolean;
  readonly now: Date;
}

export function importLines(
  current: readonly ListRow[],
  read: readonly ReadLine[],
  { list, whole, now }: ImportOptions,
): LinesImport {
  const byKey = new Map(current.map((row) => [row.key, row]));
  const byName = new Map(current.map((row) => [identityOf(row), row]));
  const taken = new Set<string>();
  const kept = new Set<string>();
  const next = new Map<string, ListRow>();
  const report: RowReport[] = [];
  for (const { row, mark, name, fields, line, why } of read) {
    const old = (mark === null ? undefined : byKey.get(mark)) ?? (line ? byName.get(identityOf(line)) : undefined);
    const reject = (reason: string): void => {
      report.push({ row, what: 'rejected', name, why: reason });
      const meant = old ?? current.find((one) => one.name === name);
      if (meant) kept.add(meant.key);
    };
    if (line === null) reject(why ?? '这一行读不懂');
    else if (taken.has(identityOf(line))) reject('和前面的一行重复');
    else if (old && next.has(old.key)) reject('行标识和前面的一行重复');
    else {
      taken.add(identityOf(line));
      // A mark that the list does not know belongs to another list or another year.
      const key = old?.key ?? `line:${timeOrderedId(now)}`;
      const filled = { ...(old ? overlaid(old, line, fields) : line), key };
      next.set(key, filled);
      const cells = old ? changedCells(list, old, filled) : [];
      const what = old ? (cells.length > 0 ? 'changed' : 'unchanged') : 'added';
      report.push({ row, what, name, why: cells.map(({ heading }) => heading).join('、') });
    }
  }
  const stays = ({ key }: ListRow): boolean => !whole || kept.has(key);
  const old = current.flatMap((row) => next.get(row.key) ?? (stays(row) ? row : []));
  const added = [...next.values()].filter(({ key }) => !byKey.has(key));
  return {
    rows: [...old, ...added],
    report,
    removed: current.filter((row) => !next.has(row.key) && !stays(row)),
  };
}

function overlaid(old: ListRow, line: ListRow, fields: readonly RowField[]): ListRow {
  const next = { ...old, ...Object.fromEntries(fields.map((field) => [field, line[field]])) };
  return next.type === 'unconditional' ? { ...next, basis: null } : next;
}

const shown = 30;

/** The report in words: counts, and each row that was not taken in. */
export function importReport({ report, removed }: Pick<LinesImport, 'report' | 'removed'>): readonly string[] {
  const count = (what: RowReport['what']): number => report.filter((one) => one.what === what).length;
  const rejected = report.filter(({ what }) => what === 'rejected');
  return [
    `读到 ${report.length} 行:新增 ${count('added')} 行,变更 ${count('changed')} 行,没有变化 ${count('unchanged')} 行,未导入 ${rejected.length} 行;撤出 ${removed.length} 行。`,
    ...rejected
      .slice(0, shown)
      .map(({ row, name, why }) => `第 ${row} 行${name === '' ? '' : `“${name}”`}未导入:${why}`),
    ...(rejected.length > shown ? [`另有 ${rejected.length - shown} 行未导入。`] : []),
    ...(removed.length > 0
      ? [
          `撤出:${removed
            .slice(0, 10)
            .map(({ name }) => name)
            .join('、')}${removed.length > 10 ? '等' : ''}`,
        ]
      : []),
  ];
}
