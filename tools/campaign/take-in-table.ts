/** Edits a list by a table that was read: pasted into the chat, or a file brought in by the operator. */
import type { ListKind } from '#prisma/generated/enums.ts';
import { Refusal } from '#tools/refusal.ts';
import type { ToolContext } from '#tools/tool-context.ts';
import { editList } from './edit-list.ts';
import { importLines, importReport, type LinesImport } from './import-lines.ts';
import type { ListResult } from './list-result.ts';
import type { ReadLine } from './read-list-table.ts';
import { refusals } from './refusals.ts';

export async function takeInTable(
  which: { readonly departmentId: string; readonly list: ListKind },
  read: readonly ReadLine[],
  { whole, how }: { readonly whole: boolean; readonly how: string },
  context: ToolContext,
): Promise<ListResult> {
  if (read.length === 0) throw new Refusal('LIST_TABLE', ...refusals.nothingRead('表头下面没有内容。'));
  let done: LinesImport | undefined;
  const { result } = await editList(
    which,
    (rows) => {
      done = importLines(rows, read, { list: which.list, whole, now: context.now });
      if (done.report.every(({ what }) => what === 'rejected'))
        throw new Refusal('LIST_TABLE', ...refusals.nothingRead(importReport(done).slice(1, 4).join('')));
      return done.rows;
    },
    context,
    { how },
  );
  return { ...result, text: [...(done ? importReport(done) : []), result.text].join('\n') };
}
