/** The list a department starts from: what its catalogs and requests give this year, with what only last year's list knew. */
import { identityOf } from './compare-rows.ts';
import type { ListRow } from './list-row.ts';

/**
 * A line that was written by hand stays. A line whose catalog entry or request is gone, or is withheld now, does not. What
 * the catalog leaves open and last year's line said is kept.
 */
export function mergeRows(last: readonly ListRow[], proposed: readonly ListRow[]): readonly ListRow[] {
  const before = new Map(last.map((row) => [row.key, row]));
  const named = new Map(last.map((row) => [identityOf(row), row]));
  const names = new Set(proposed.map(identityOf));
  const keys = new Set(proposed.map(({ key }) => key));
  const filled = proposed.map((row) => filledFrom(row, before.get(row.key) ?? named.get(identityOf(row))));
  const written = last.filter(
    (row) => row.key.startsWith('line:') && !keys.has(row.key) && !names.has(identityOf(row)),
  );
  return [...filled, ...written];
}

function filledFrom(row: ListRow, last: ListRow | undefined): ListRow {
  if (!last) return row;
  const type = row.type ?? last.type;
  return {
    ...row,
    type,
    // A condition belongs to its type: one that was dropped on purpose does not come back.
    basis: row.basis ?? (type === 'conditional' && last.type === 'conditional' ? last.basis : null),
    methods: row.methods.length > 0 ? row.methods : last.methods,
    code: row.code ?? last.code,
    cycle: row.cycle ?? last.cycle,
    scope: row.scope ?? last.scope,
    legal: row.legal ?? last.legal,
    until: row.until ?? last.until,
  };
}
