/** What each department still owes of the three lists: the one query behind progress, reminders and broadcasts. */
import type { ListKind } from '#prisma/generated/enums.ts';
import { changshaDay } from '#tools/deadlines/changsha-day.ts';
import type { Db } from '#tools/tool-context.ts';
import { currentCampaign } from './current-campaign.ts';

export interface MissingList {
  readonly submissionId: string;
  readonly campaignId: string;
  readonly year: number;
  /** The last day to hand it in, YYYY-MM-DD. */
  readonly dueOn: string;
  readonly departmentId: string;
  readonly department: string;
  readonly list: ListKind;
  /** `draft` and `returned` wait for the department's officers, `prepared` for its lead. */
  readonly stage: 'draft' | 'prepared' | 'returned';
  readonly waitsFor: 'officer' | 'lead';
  /** Why the bureau sent it back, while that stands. */
  readonly returnReason: string | null;
  /** The due date is over. */
  readonly late: boolean;
}

export interface MissingListsOptions {
  readonly now: Date;
  /** Default: all three. */
  readonly list?: ListKind;
  /** Default: every department. */
  readonly departmentIds?: readonly string[];
  /** Default: the newest campaign, published or not: what was never handed in stays missing. */
  readonly campaignId?: string;
}

/**
 * The lists that a department has not handed in (signed off by its lead), by department and list; a list that the bureau
 * has returned is missing again. Reads only, never the lists' own rows; empty when there is no campaign. For reminders
 * (whom to remind: `waitsFor` in `departmentId`, until when: `dueOn`), for broadcasts ("未交共享清单的部门": `list`) and
 * for checking at the time of sending that something is still missing (`departmentIds` of one).
 */
export async function missingLists(
  db: Db,
  { now, list, departmentIds, campaignId }: MissingListsOptions,
): Promise<readonly MissingList[]> {
  const campaign =
    campaignId === undefined
      ? await currentCampaign(db)
      : await db.listCampaign.findUnique({ where: { id: campaignId } });
  if (!campaign) return [];
  const rows = await db.listSubmission.findMany({
    where: {
      campaignId: campaign.id,
      state: { in: ['draft', 'prepared', 'returned'] },
      department: { dissolvedOn: null },
      ...(list !== undefined && { list }),
      ...(departmentIds !== undefined && { departmentId: { in: [...departmentIds] } }),
    },
    select: {
      id: true,
      departmentId: true,
      list: true,
      state: true,
      returnReason: true,
      department: { select: { name: true } },
    },
    orderBy: [{ department: { name: 'asc' } }, { departmentId: 'asc' }, { list: 'asc' }],
  });
  const late = changshaDay(now) > campaign.dueOn;
  return rows.map(({ id, departmentId, department, state, returnReason, list: which }) => ({
    submissionId: id,
    campaignId: campaign.id,
    year: campaign.year,
    dueOn: campaign.dueOn,
    departmentId,
    department: department.name,
    list: which,
    stage: state === 'prepared' || state === 'returned' ? state : 'draft',
    waitsFor: state === 'prepared' ? 'lead' : 'officer',
    returnReason,
    late,
  }));
}
