/** Does one thing to one of a department's lists, or to all of them that are at the right stage. */
import type { ListKind } from '#prisma/generated/enums.ts';
import { Refusal } from '#tools/refusal.ts';
import type { ToolContext } from '#tools/tool-context.ts';
import { type Act, advanceList } from './advance-list.ts';
import { type Happening, listLifecycle, type Stage } from './lifecycle.ts';
import { listsOf } from './list-fields.ts';
import { type ListView, viewsOf } from './list-view.ts';
import { refusals } from './refusals.ts';
import { loadLists, type SubmissionRow } from './submission-row.ts';

export interface Wanted {
  readonly departmentId: string;
  readonly lists: ListKind | 'all';
}

/** The lists that are meant: of `all` those of which it can happen now; one that is named comes as it is. */
export async function wantedViews(
  { departmentId, lists }: Wanted,
  kind: Happening,
  { db, now }: Pick<ToolContext, 'db' | 'now'>,
): Promise<readonly ListView[]> {
  const views = await viewsOf(db, await loadLists(db, departmentId, listsOf(lists)), now);
  return lists === 'all' ? views.filter(({ submission }) => movesWithAll(kind, submission.state)) : views;
}

/** What is confirmed is returned only when it is named. */
export function movesWithAll(kind: Happening, stage: Stage): boolean {
  return listLifecycle[kind].moves[stage] !== undefined && !(kind === 'returned' && stage === 'confirmed');
}

/** @param act what happens to each; it may throw a refusal, then none of it has happened */
export async function actOnLists(
  wanted: Wanted,
  kind: Happening,
  act: (view: ListView) => Omit<Act, 'kind'>,
  context: ToolContext,
): Promise<readonly SubmissionRow[]> {
  const views = await wantedViews(wanted, kind, context);
  if (views.length === 0) {
    const [any] = await loadLists(context.db, wanted.departmentId);
    throw new Refusal('LIST_STAGE', ...refusals.noneAt(kind, any?.department.name ?? '这个部门'));
  }
  const after: SubmissionRow[] = [];
  for (const view of views) after.push(await advanceList(view.submission, { kind, ...act(view) }, context));
  return after;
}

/** The occasion as part of a notice's key: nobody is told twice of one happening. */
export function occasionOf(rows: readonly SubmissionRow[]): string {
  return rows.map(({ id, version }) => `${id}.${version}`).join('+');
}
