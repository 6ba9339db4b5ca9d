/** A department's list as one looks at it: its lines, last year's version, what changed, what is lacking. */
import type { IsoDate } from '#tools/deadlines/iso-date.ts';
import { changshaDay } from '#tools/deadlines/changsha-day.ts';
import type { Db } from '#tools/tool-context.ts';
import { compareRows, isSame, type ListDiff } from './compare-rows.ts';
import { lastYears, type LastYear } from './last-year.ts';
import { type ListGap, listGaps } from './list-gaps.ts';
import type { ListRow } from './list-row.ts';
import { proposedRows } from './proposed-rows.ts';
import { listNames, stageNames } from './stage-names.ts';
import { isLate, type SubmissionRow } from './submission-row.ts';

export interface ListView {
  readonly submission: SubmissionRow;
  /** Null: there was none. */
  readonly last: LastYear | null;
  readonly diff: ListDiff;
  readonly proposed: readonly ListRow[];
  readonly gaps: readonly ListGap[];
  readonly late: boolean;
}

/** @param submissions all of one department */
export async function viewsOf(db: Db, submissions: readonly SubmissionRow[], now: Date): Promise<readonly ListView[]> {
  const [first] = submissions;
  if (!first) return [];
  const { departmentId, campaign } = first;
  const last = await lastYears(db, campaign.year, [departmentId]);
  const proposals = await proposedRows(db, { on: scenarioDay(now), departmentIds: [departmentId] });
  return submissions.map((submission) => {
    const { list, rows } = submission;
    const before = last(departmentId, list);
    const proposed = proposals(departmentId)[list];
    return {
      submission,
      last: before,
      diff: compareRows(list, before?.rows ?? [], rows),
      proposed,
      gaps: listGaps(list, rows, proposed),
      late: isLate(submission, now),
    };
  });
}

/** Permissions that end today are still used today. */
export function scenarioDay(now: Date): IsoDate {
  return changshaDay(now);
}

export function sameAsLastYear({ last, diff }: ListView): boolean {
  return last !== null && isSame(diff);
}

/** 新增 1、变更 2、撤出 0 */
export function countsOf({ added, changed, removed }: ListDiff): string {
  return `新增 ${added.length}、变更 ${changed.length}、撤出 ${removed.length}`;
}

export function againstLastYear({ last, diff }: ListView): string {
  if (last === null) return '没有上年版本';
  return isSame(diff) ? `与 ${last.year} 年一致` : `比 ${last.year} 年${countsOf(diff)}`;
}

/** 共享清单:填报中,12 条,比 2025 年新增 1、变更 2、撤出 0,缺项 1 处 */
export function statusLine(view: ListView): string {
  const { submission, gaps, late } = view;
  const lacking = gaps.filter(({ kind }) => kind === 'incomplete').length;
  const { state, list, rows, returnReason } = submission;
  const open = state === 'draft' || state === 'returned' || state === 'prepared';
  return [
    `${listNames[list]}:${stageNames[state]}${late ? (open ? '(已超期)' : '(超期报送)') : ''}`,
    `${rows.length} 条`,
    againstLastYear(view),
    ...(lacking > 0 ? [`缺项 ${lacking} 处`] : []),
    ...(open && returnReason !== null ? [`退回原因:${returnReason}`] : []),
  ].join(',');
}
