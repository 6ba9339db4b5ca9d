/** Changes the lines of a list and keeps what was changed with the event. */
import type { ListKind } from '#prisma/generated/enums.ts';
import { Refusal } from '#tools/refusal.ts';
import type { ToolContext } from '#tools/tool-context.ts';
import { advanceList } from './advance-list.ts';
import { changeLines } from './change-lines.ts';
import { compareRows, isSame, type ListDiff } from './compare-rows.ts';
import type { ListRow } from './list-row.ts';
import { type ListResult, offers } from './list-result.ts';
import { statusLine, viewsOf } from './list-view.ts';
import { refusals } from './refusals.ts';
import { loadList } from './submission-row.ts';

export interface Edited {
  readonly diff: ListDiff;
  readonly result: ListResult;
}

/** @param change from the lines as they are to the lines as they shall be */
export async function editList(
  { departmentId, list }: { readonly departmentId: string; readonly list: ListKind },
  change: (rows: readonly ListRow[]) => readonly ListRow[],
  context: ToolContext,
  said: { readonly how: string; readonly note?: string | undefined },
): Promise<Edited> {
  const before = await loadList(context.db, departmentId, list);
  const rows = change(before.rows);
  const diff = compareRows(list, before.rows, rows);
  const reordered = rows.some(({ key }, index) => key !== before.rows[index]?.key);
  if (isSame(diff) && !reordered) throw new Refusal('NOTHING_CHANGED', ...refusals.nothingChanged);
  const lines = changeLines(list, diff);
  const after = await advanceList(
    before,
    {
      kind: 'edited',
      rows,
      data: { unchanged: false },
      payload: {
        how: said.how,
        ...(said.note !== undefined && { note: said.note }),
        lines: rows.length,
        changes: lines,
      },
    },
    context,
  );
  const [view] = await viewsOf(context.db, [after], context.now);
  const shown = lines.slice(0, 5).map((line) => `- ${line}`);
  return {
    diff,
    result: {
      text: [
        '清单已修改:',
        ...shown,
        ...(lines.length > shown.length ? [`- 另有 ${lines.length - shown.length} 处`] : []),
        ...(view ? [statusLine(view)] : []),
        ...(before.state === 'prepared' ? ['改动之后需要重新提交签批。'] : []),
      ].join('\n'),
      offers: [
        offers.submit(departmentId, list),
        offers.change(departmentId, list, '再改一行'),
        offers.show(departmentId, list),
      ],
    },
  };
}
