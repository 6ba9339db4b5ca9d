/** A department's list as it is stored, with its campaign and what has happened to it. */
import type { Prisma } from '#prisma/generated/client.ts';
import type { ListKind } from '#prisma/generated/enums.ts';
import { changshaDay } from '#tools/deadlines/changsha-day.ts';
import { Refusal } from '#tools/refusal.ts';
import type { Db } from '#tools/tool-context.ts';
import { requireCampaign } from './current-campaign.ts';
import { type ListRow, listRowsSchema } from './list-row.ts';
import type { Life } from './live.ts';
import { isHappening } from './live.ts';
import { refusals } from './refusals.ts';
import { listKinds } from './stage-names.ts';

const include = {
  campaign: true,
  department: { select: { name: true } },
  preparedBy: { select: { name: true } },
  signedBy: { select: { name: true } },
  events: {
    select: { kind: true, actorId: true, at: true, payload: true, actor: { select: { name: true } } },
    orderBy: { sequence: 'asc' },
  },
} as const satisfies Prisma.ListSubmissionInclude;

export type SubmissionRow = Omit<Prisma.ListSubmissionGetPayload<{ include: typeof include }>, 'rows'> & {
  readonly rows: readonly ListRow[];
};

/** Of the newest campaign, in the order of the lists. @throws Refusal when there is none, or the department has no part in it */
export async function loadLists(
  db: Db,
  departmentId: string,
  lists: readonly ListKind[] = listKinds,
): Promise<readonly SubmissionRow[]> {
  const campaign = await requireCampaign(db);
  const found = await db.listSubmission.findMany({
    where: { campaignId: campaign.id, departmentId, list: { in: [...lists] } },
    include,
  });
  if (found.length === 0) {
    const department = await db.department.findUnique({ where: { id: departmentId }, select: { name: true } });
    throw new Refusal('LIST_NONE', ...refusals.notPart(department?.name ?? '这个部门'));
  }
  const rows = found.map((row) => ({ ...row, rows: listRowsSchema.parse(row.rows) }));
  return listKinds.flatMap((list) => rows.filter((row) => row.list === list));
}

export async function loadList(db: Db, departmentId: string, list: ListKind): Promise<SubmissionRow> {
  const [row] = await loadLists(db, departmentId, [list]);
  if (!row) throw new Error(`the campaign has a department ${departmentId} without its ${list} list`);
  return row;
}

export function lifeOf({ state, departmentId, events, decidedAt, campaign }: SubmissionRow): Life {
  const { publishedAt } = campaign;
  return {
    stage: state,
    departmentId,
    published: state === 'confirmed' && publishedAt !== null && decidedAt !== null && decidedAt <= publishedAt,
    events: events.flatMap(({ kind, actorId }) => (isHappening(kind) ? [{ kind, actorId }] : [])),
  };
}

/** Handed in after the due date, or not handed in and the due date is over. */
export function isLate(
  { state, signedAt, campaign }: Pick<SubmissionRow, 'state' | 'signedAt'> & { readonly campaign: { dueOn: string } },
  now: Date,
): boolean {
  const handedIn = (state === 'signed' || state === 'confirmed') && signedAt !== null;
  return changshaDay(handedIn ? signedAt : now) > campaign.dueOn;
}
