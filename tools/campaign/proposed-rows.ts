/** What this year's catalogs and approved requests give for the three lists, of one department or of all at once. */
import { openingMethods, sharingMethods, updateCycles } from '#prisma/catalog-codes.ts';
import type { ListKind } from '#prisma/generated/enums.ts';
import type { IsoDate } from '#tools/deadlines/iso-date.ts';
import type { Db } from '#tools/tool-context.ts';
import { emptyRow, type ListRow } from './list-row.ts';

export type Proposal = Readonly<Record<ListKind, readonly ListRow[]>>;
const nothing: Proposal = { sharing: [], opening: [], scenarios: [] };

export interface ProposalOptions {
  /** A permission to use data that ended before this day is no scenario any more. */
  readonly on: IsoDate;
  /** Default: all. */
  readonly departmentIds?: readonly string[];
}

export type Proposals = (departmentId: string) => Proposal;

export async function proposedRows(db: Db, options: ProposalOptions): Promise<Proposals> {
  const byDepartment = new Map<string, Record<ListKind, ListRow[]>>();
  const listsOf = (departmentId: string): Record<ListKind, ListRow[]> => {
    const known = byDepartment.get(departmentId) ?? { sharing: [], opening: [], scenarios: [] };
    byDepartment.set(departmentId, known);
    return known;
  };
  for (const { departmentId, sharing, opening } of await catalogRows(db, options)) {
    if (sharing) listsOf(departmentId).sharing.push(sharing);
    if (opening) listsOf(departmentId).opening.push(opening);
  }
  for (const { departmentId, row } of await scenarioRows(db, options)) listsOf(departmentId).scenarios.push(row);
  return (departmentId) => byDepartment.get(departmentId) ?? nothing;
}

/** Of what is published; what is withheld stands in no list, what does not say its type stands there without one. */
async function catalogRows(db: Db, { departmentIds }: ProposalOptions) {
  const versions = await db.catalogVersion.findMany({
    where: {
      state: 'published',
      ...(departmentIds !== undefined && { entry: { departmentId: { in: [...departmentIds] } } }),
    },
    select: {
      entryId: true,
      name: true,
      sharingType: true,
      sharingBasis: true,
      sharingMethods: true,
      openingType: true,
      openingBasis: true,
      openingMethods: true,
      updateCycle: true,
      entry: { select: { departmentId: true, code: true } },
    },
    orderBy: [{ entry: { code: 'asc' } }, { name: 'asc' }, { entryId: 'asc' }],
  });
  return versions.map((version) => {
    const { entryId, name, sharingType, openingType, updateCycle, entry } = version;
    const row: ListRow = {
      ...emptyRow(`entry:${entryId}`, name.slice(0, 200)),
      code: entry.code,
      cycle: updateCycle && updateCycles[updateCycle].label,
    };
    return {
      departmentId: entry.departmentId,
      sharing:
        sharingType === 'withheld'
          ? null
          : {
              ...row,
              type: sharingType,
              basis: sharingType === 'conditional' ? trimmed(version.sharingBasis) : null,
              methods: version.sharingMethods.map((method) => sharingMethods[method].label),
            },
      opening:
        openingType === 'withheld'
          ? null
          : {
              ...row,
              type: openingType,
              basis: openingType === 'conditional' ? trimmed(version.openingBasis) : null,
              methods: version.openingMethods.map((method) => openingMethods[method].label),
            },
    };
  });
}

/** What the department may use other departments' data for. */
async function scenarioRows(db: Db, { on, departmentIds }: ProposalOptions) {
  const requests = await db.request.findMany({
    where: {
      kind: 'share',
      requesterDepartmentId: departmentIds === undefined ? { not: null } : { in: [...departmentIds] },
      state: { in: ['approved', 'provided', 'closed'] },
      events: { some: { kind: { in: ['approved', 'access_given'] } } },
      OR: [{ termUntil: null }, { termUntil: { gte: on } }],
    },
    select: {
      id: true,
      requesterDepartmentId: true,
      scenario: true,
      businessScope: true,
      legalBasis: true,
      sharingMethod: true,
      termUntil: true,
      providerDepartment: { select: { name: true } },
      catalogVersion: { select: { name: true } },
      entry: { select: { versions: { orderBy: { number: 'desc' }, take: 1, select: { name: true } } } },
    },
    orderBy: [{ submittedAt: 'asc' }, { id: 'asc' }],
  });
  return requests.flatMap((request) => {
    const { id, requesterDepartmentId, scenario, sharingMethod, providerDepartment, termUntil } = request;
    if (requesterDepartmentId === null) return [];
    const row: ListRow = {
      ...emptyRow(`request:${id}`, scenario.slice(0, 200)),
      data: request.catalogVersion?.name ?? request.entry.versions[0]?.name ?? null,
      provider: providerDepartment.name,
      methods: sharingMethod === null ? [] : [sharingMethods[sharingMethod].label],
      scope: trimmed(request.businessScope),
      legal: trimmed(request.legalBasis),
      until: termUntil,
    };
    return [{ departmentId: requesterDepartmentId, row }];
  });
}

function trimmed(text: string | null): string | null {
  const words = text?.trim().slice(0, 2_000) ?? '';
  return words === '' ? null : words;
}
