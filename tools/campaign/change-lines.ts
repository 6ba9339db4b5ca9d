/** The changes of a list in words, a line each: what was added, changed, withdrawn. */
import type { ListKind } from '#prisma/generated/enums.ts';
import type { ListDiff } from './compare-rows.ts';
import { cellOf, type ListRow } from './list-row.ts';

export function changeLines(list: ListKind, { added, removed, changed }: ListDiff): readonly string[] {
  return [
    ...added.map((row) => `新增:${titleOf(list, row)}`),
    ...changed.map(
      ({ row, cells }) =>
        `变更:${row.name}(${cells
          .map(({ heading, before, after }) => `${heading}由“${before || '未填'}”改为“${after || '未填'}”`)
          .join(';')})`,
    ),
    ...removed.map((row) => `撤出:${titleOf(list, row)}`),
  ];
}

/** 婚姻登记信息(有条件共享) */
export function titleOf(list: ListKind, row: ListRow): string {
  const about = list === 'scenarios' ? cellOf(list, row, 'data') : cellOf(list, row, 'type');
  return about === '' ? row.name : `${row.name}(${about})`;
}
