/** Puts a new request on record: its row, its first event, its clock; under unconditional types access follows at once. */
import type { Prisma } from '#prisma/generated/client.ts';
import type { RequestKind } from '#prisma/generated/enums.ts';
import { changshaDay } from '#tools/deadlines/changsha-day.ts';
import type { ToolContext } from '#tools/tool-context.ts';
import { advanceRequest, doerOf } from './advance-request.ts';
import { lifecycles } from './lifecycles.ts';
import { live } from './live.ts';
import { loadRequest, type RequestRow } from './request-row.ts';
import { writeEvent } from './write-event.ts';

export type NewRequest = Omit<
  Prisma.RequestUncheckedCreateInput,
  'id' | 'number' | 'kind' | 'state' | 'requesterId' | 'submittedAt' | 'receivedOn' | 'version' | 'handlerId'
> & { readonly requesterDepartmentId: string | null };

/** @param access instructions given at once, for what needs no approval */
export async function registerRequest(
  kind: RequestKind,
  wanted: NewRequest,
  context: ToolContext,
  access: string | null = null,
): Promise<RequestRow> {
  const { db, now, record } = context;
  const { actorId, departmentId } = doerOf(context);
  if (actorId === null) throw new Error('a request is filed by a person of the roster');
  const lifecycle = lifecycles[kind];
  const event = { kind: 'submitted', actorId, departmentId } as const;
  live(lifecycle, { stage: 'draft', events: [], parties: { ...wanted, requesterId: actorId } }, event);
  const data: Prisma.RequestUncheckedCreateInput = {
    ...wanted,
    kind,
    requesterId: actorId,
    submittedAt: now,
    receivedOn: changshaDay(now),
  };
  const { id } = await db.request.create({ data });
  const fresh = { id, events: [], deadlineEvents: [] };
  await writeEvent(db, lifecycle, fresh, { kind: 'submitted', doer: event, payload: said(wanted) }, now);
  record({
    subjectKind: 'request',
    subjectId: id,
    action: 'request.submitted',
    article: lifecycle.table.submitted?.article ?? null,
    after: { state: 'submitted', ...wanted },
  });
  const row = await loadRequest(db, id);
  if (access === null) return row;
  return await advanceRequest(
    row,
    { kind: 'access_given', byRule: true, payload: { text: access }, data: { providedAt: now, provision: access } },
    context,
  );
}

/** What the event keeps: supplements may change the row later. */
function said({
  scenario,
  businessScope,
  legalBasis,
  items,
  correction,
}: NewRequest): Readonly<Record<string, unknown>> {
  return { scenario, businessScope, legalBasis, items, correction };
}
