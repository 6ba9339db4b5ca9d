/** A request as the tools of this folder read it: its row with the names people know, its events and its clocks. */
import type { Prisma } from '#prisma/generated/client.ts';
import { Refusal } from '#tools/refusal.ts';
import type { Db } from '#tools/tool-context.ts';
import { refusals } from './refusals.ts';

const named = { select: { id: true, name: true } } as const;

export const requestInclude = {
  requester: named,
  requesterDepartment: named,
  providerDepartment: { select: { id: true, name: true, dissolvedOn: true } },
  decidedBy: named,
  entry: { select: { code: true, versions: { orderBy: { number: 'desc' }, take: 1, select: { name: true } } } },
  catalogVersion: {
    select: {
      name: true,
      items: { select: { name: true, personal: true, sensitive: true }, orderBy: { position: 'asc' } },
    },
  },
  original: { select: { number: true } },
  events: {
    orderBy: { sequence: 'asc' },
    include: { actor: named, department: named },
  },
  deadlineEvents: { orderBy: [{ at: 'asc' }, { id: 'asc' }] },
} as const satisfies Prisma.RequestInclude;

export type RequestRow = Prisma.RequestGetPayload<{ include: typeof requestInclude }>;

/** @throws Refusal REQUEST_UNKNOWN */
export async function loadRequest(db: Db, id: string): Promise<RequestRow> {
  const row = await db.request.findUnique({ where: { id }, include: requestInclude });
  if (!row) throw new Refusal('REQUEST_UNKNOWN', ...refusals.unknown);
  return row;
}

export function entryNameOf({ catalogVersion, entry }: Pick<RequestRow, 'catalogVersion' | 'entry'>): string {
  return catalogVersion?.name ?? entry.versions[0]?.name ?? '(目录已删除)';
}

/** Who asks: the department, or the public requester by name. */
export function requesterNameOf({
  requesterDepartment,
  requester,
}: Pick<RequestRow, 'requesterDepartment' | 'requester'>): string {
  return requesterDepartment?.name ?? requester.name;
}
