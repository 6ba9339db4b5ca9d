/** What whoever signs, confirms or returns sees of each list before saying yes: where it stands, what changed, what is lacking. */
import type { LookContext } from '#tools/tool-context.ts';
import { type Wanted, wantedViews } from './act-on-lists.ts';
import { changeLines } from './change-lines.ts';
import type { Happening } from './lifecycle.ts';
import { statusLine } from './list-view.ts';

const mostChanges = 6;
const mostGaps = 4;

export async function statusRemarks(wanted: Wanted, kind: Happening, context: LookContext): Promise<readonly string[]> {
  const views = await wantedViews(wanted, kind, context);
  return views.flatMap((view) => {
    const changes = view.last === null ? [] : changeLines(view.submission.list, view.diff);
    return [
      statusLine(view),
      ...cut(changes, mostChanges, '处变化'),
      ...cut(
        view.gaps.map(({ text }) => `请核对:${text}`),
        mostGaps,
        '处请核对',
      ),
    ];
  });
}

function cut(lines: readonly string[], most: number, what: string): readonly string[] {
  const shown = lines.slice(0, most).map((line) => `- ${line}`);
  return lines.length > most ? [...shown, `- 另有 ${lines.length - most} ${what}`] : shown;
}
