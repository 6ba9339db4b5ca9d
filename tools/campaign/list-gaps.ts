/** What a list lacks: lines that say too little, and where it no longer agrees with the catalogs and requests. */
import type { ListKind } from '#prisma/generated/enums.ts';
import { compareRows } from './compare-rows.ts';
import type { ListRow } from './list-row.ts';

export interface ListGap {
  /** `incomplete` keeps the list from being handed in; `differs` is a remark. */
  readonly kind: 'incomplete' | 'differs';
  /** 1-based; null: of a line that is not in the list. */
  readonly line: number | null;
  readonly text: string;
}

const verbs = { sharing: '共享', opening: '开放', scenarios: '' } as const;

/** @param proposed what the catalogs and requests give now */
export function listGaps(list: ListKind, rows: readonly ListRow[], proposed: readonly ListRow[]): readonly ListGap[] {
  return [...rows.flatMap((row, index) => incomplete(list, row, index + 1)), ...differing(list, rows, proposed)];
}

function incomplete(list: ListKind, row: ListRow, line: number): readonly ListGap[] {
  const lacks = (what: string): ListGap => ({ kind: 'incomplete', line, text: `第 ${line} 行“${row.name}”缺${what}` });
  if (list === 'scenarios')
    return [...(row.data === null ? [lacks('使用的数据')] : []), ...(row.legal === null ? [lacks('使用依据')] : [])];
  if (row.type === null) return [lacks(`${verbs[list]}类型`)];
  return row.type === 'conditional' && row.basis === null ? [lacks(`${verbs[list]}条件`)] : [];
}

/** Types and names matter, the rest is the department's to word. */
function differing(list: ListKind, rows: readonly ListRow[], proposed: readonly ListRow[]): readonly ListGap[] {
  const { added, removed, changed } = compareRows(list, rows, proposed);
  const place = (row: ListRow): number => rows.findIndex(({ key }) => key === row.key) + 1;
  const source = list === 'scenarios' ? '已同意的申请' : '目录';
  return [
    ...added.map((row): ListGap => ({
      kind: 'differs',
      line: null,
      text: `${source}里有“${row.name}”,清单里没有`,
    })),
    ...removed
      .filter(({ key }) => !key.startsWith('line:'))
      .map((row): ListGap => ({
        kind: 'differs',
        line: place(row),
        text: `第 ${place(row)} 行“${row.name}”在${source}里已经没有,或者已改为不予${verbs[list] || '使用'}`,
      })),
    ...changed.flatMap(({ row, cells }) =>
      cells
        .filter(({ field, after }) => field === 'type' && after !== '')
        .map(({ before, after }): ListGap => ({
          kind: 'differs',
          line: place(row) || null,
          text: `“${row.name}”清单里是“${before || '未填'}”,目录里是“${after}”`,
        })),
    ),
  ];
}
