/** How far a campaign is: the stage of every list of every department, without the lists' own lines. */
import type { ListKind, SubmissionState } from '#prisma/generated/enums.ts';
import type { Db } from '#tools/tool-context.ts';
import type { CampaignRow } from './current-campaign.ts';
import { isLate } from './submission-row.ts';

export interface ListProgress {
  readonly departmentId: string;
  readonly department: string;
  readonly list: ListKind;
  readonly state: SubmissionState;
  readonly unchanged: boolean;
  readonly returnReason: string | null;
  /** Handed in late, or not handed in and late by now. */
  readonly late: boolean;
}

/** @param departmentIds default: every department */
export async function progressOf(
  db: Db,
  campaign: CampaignRow,
  now: Date,
  departmentIds?: readonly string[],
): Promise<readonly ListProgress[]> {
  const rows = await db.listSubmission.findMany({
    where: {
      campaignId: campaign.id,
      ...(departmentIds !== undefined && { departmentId: { in: [...departmentIds] } }),
    },
    select: {
      departmentId: true,
      list: true,
      state: true,
      unchanged: true,
      returnReason: true,
      signedAt: true,
      department: { select: { name: true } },
    },
    orderBy: [{ department: { name: 'asc' } }, { departmentId: 'asc' }, { list: 'asc' }],
  });
  return rows.map(({ signedAt, department, ...row }) => ({
    ...row,
    department: department.name,
    late: isLate({ state: row.state, signedAt, campaign }, now),
  }));
}

export const progressFilters = [
  'missing',
  'to_sign',
  'to_confirm',
  'returned',
  'confirmed',
  'late',
  'handed_in',
] as const;
export type ProgressFilter = (typeof progressFilters)[number];

export const filterNames: Readonly<Record<ProgressFilter, string>> = {
  missing: '还没有报送',
  to_sign: '待部门负责人签批',
  to_confirm: '待市数据资源局确认',
  returned: '被退回修改',
  confirmed: '已确认',
  late: '超期',
  handed_in: '已报送',
};

const handedIn = (state: SubmissionState): boolean => state === 'signed' || state === 'confirmed';

export function passes(filter: ProgressFilter, { state, late }: ListProgress): boolean {
  switch (filter) {
    case 'missing':
      return !handedIn(state);
    case 'to_sign':
      return state === 'prepared';
    case 'to_confirm':
      return state === 'signed';
    case 'returned':
      return state === 'returned';
    case 'confirmed':
      return state === 'confirmed';
    case 'late':
      return late;
    case 'handed_in':
      return handedIn(state);
  }
}

/** Each department's lists together, in the order in which they come. */
export function byDepartment<Row extends { readonly departmentId: string }>(
  rows: readonly Row[],
): readonly (readonly Row[])[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.departmentId);
    if (group) group.push(row);
    else groups.set(row.departmentId, [row]);
  }
  return [...groups.values()];
}
