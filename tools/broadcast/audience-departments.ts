/** The departments that the filters of an audience leave. */
import type { Db } from '#tools/tool-context.ts';
import type { Audience } from './audience.ts';
import type { Outstanding } from './outstanding.ts';

export interface AudienceDepartment {
  readonly id: string;
  readonly name: string;
  readonly contactId: string | null;
  readonly dissolved: boolean;
}

/** @param today Changsha's day, YYYY-MM-DD */
export async function audienceDepartments(
  db: Db,
  { departmentIds, districts, kinds, overdue, unsigned }: Audience,
  outstanding: ReadonlyMap<string, readonly Outstanding[]>,
  today: string,
): Promise<readonly AudienceDepartment[]> {
  const signed = unsigned === undefined ? null : await signedDepartments(db, unsigned);
  const rows = await db.department.findMany({
    where: {
      ...(departmentIds && { id: { in: departmentIds } }),
      ...(districts && { district: { in: districts } }),
      ...(kinds && { kind: { in: kinds } }),
    },
    select: { id: true, name: true, contactId: true, dissolvedOn: true, kind: true },
    orderBy: { name: 'asc' },
  });
  return rows
    .filter(({ id }) => overdue !== true || (outstanding.get(id) ?? []).some((item) => item.overdue))
    .filter(({ id, kind }) => signed === null || (kind !== 'bureau' && !signed.has(id)))
    .map(({ id, name, contactId, dissolvedOn }) => ({
      id,
      name,
      contactId,
      dissolved: dissolvedOn !== null && dissolvedOn <= today,
    }));
}

/** Of the latest campaign; without one nobody has signed. */
async function signedDepartments(db: Db, list: NonNullable<Audience['unsigned']>): Promise<ReadonlySet<string>> {
  const campaign = await db.listCampaign.findFirst({ orderBy: { year: 'desc' }, select: { id: true } });
  if (!campaign) return new Set();
  const rows = await db.listSubmission.findMany({
    where: { campaignId: campaign.id, list, state: { in: ['signed', 'confirmed'] } },
    select: { departmentId: true },
  });
  return new Set(rows.map(({ departmentId }) => departmentId));
}
