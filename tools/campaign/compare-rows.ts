/** What changed in a list from one version to another: lines added, withdrawn and changed, in the list's own words. */
import type { ListKind } from '#prisma/generated/enums.ts';
import { cellOf, columnsOf, fieldsOfList, type ListRow, type RowField } from './list-row.ts';

export interface ChangedCell {
  readonly field: RowField;
  readonly heading: string;
  readonly before: string;
  readonly after: string;
}

export interface ListDiff {
  readonly added: readonly ListRow[];
  readonly removed: readonly ListRow[];
  readonly changed: readonly { readonly row: ListRow; readonly cells: readonly ChangedCell[] }[];
  readonly unchanged: number;
}

/** Lines without a source of their own are the same when they are called the same. */
export function identityOf({ name, data }: ListRow): string {
  return [name, data ?? ''].map((part) => part.normalize('NFKC').replace(/\s+/gu, '').toLowerCase()).join('|');
}

export function compareRows(list: ListKind, before: readonly ListRow[], after: readonly ListRow[]): ListDiff {
  const byKey = new Map(before.map((row) => [row.key, row]));
  const byName = new Map(before.map((row) => [identityOf(row), row]));
  const seen = new Set<ListRow>();
  const added: ListRow[] = [];
  const changed: { row: ListRow; cells: readonly ChangedCell[] }[] = [];
  let unchanged = 0;
  const keys = new Set(after.map(({ key }) => key));
  for (const row of after) {
    const named = byName.get(identityOf(row));
    const old = byKey.get(row.key) ?? (named && !keys.has(named.key) && !seen.has(named) ? named : undefined);
    if (!old) {
      added.push(row);
      continue;
    }
    seen.add(old);
    const cells = changedCells(list, old, row);
    if (cells.length === 0) unchanged += 1;
    else changed.push({ row, cells });
  }
  return { added, removed: before.filter((row) => !seen.has(row)), changed, unchanged };
}

export function changedCells(list: ListKind, before: ListRow, after: ListRow): readonly ChangedCell[] {
  return fieldsOfList(list).flatMap((field) => {
    const [was, is] = [cellOf(list, before, field), cellOf(list, after, field)];
    return was === is ? [] : [{ field, heading: columnsOf[list][field] ?? field, before: was, after: is }];
  });
}

export function isSame({ added, removed, changed }: ListDiff): boolean {
  return added.length + removed.length + changed.length === 0;
}
