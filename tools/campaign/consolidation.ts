/** All three lists of the city put together from what was confirmed, and what each department changed against the year before. */
import type { ListKind } from '#prisma/generated/enums.ts';
import type { Db } from '#tools/tool-context.ts';
import { z } from 'zod';
import { compareRows, type ListDiff } from './compare-rows.ts';
import type { CampaignRow } from './current-campaign.ts';
import { lastYears } from './last-year.ts';
import { type ListRow, listRowsSchema } from './list-row.ts';
import { listKinds } from './stage-names.ts';
import { isLate } from './submission-row.ts';

export interface DepartmentList {
  readonly submissionId: string;
  readonly departmentId: string;
  readonly department: string;
  readonly rows: readonly ListRow[];
  readonly diff: ListDiff;
  /** Null: it had none. */
  readonly lastYear: number | null;
  readonly late: boolean;
}

export interface Consolidation {
  readonly year: number;
  readonly dueOn: string;
  /** Of the edition that was published; null: of what is confirmed so far. */
  readonly edition: number | null;
  readonly lists: Readonly<Record<ListKind, readonly DepartmentList[]>>;
  /** Departments whose list is not in it. */
  readonly missing: Readonly<Record<ListKind, readonly string[]>>;
}

const publishedPayload = z.object({ edition: z.number().int(), submissionIds: z.array(z.string()) });

/** @param published the last published edition, as it was published, instead of what is confirmed now */
export async function consolidate(
  db: Db,
  campaign: CampaignRow,
  now: Date,
  { published }: { readonly published: boolean },
): Promise<Consolidation> {
  const edition = published ? await lastEdition(db, campaign.id) : null;
  const submissions = await db.listSubmission.findMany({
    where: { campaignId: campaign.id },
    select: {
      id: true,
      departmentId: true,
      list: true,
      state: true,
      signedAt: true,
      department: { select: { name: true } },
    },
    orderBy: [{ department: { name: 'asc' } }, { departmentId: 'asc' }],
  });
  const chosen = edition === null ? null : new Set(edition.submissionIds);
  const isIn = ({ id, state }: { readonly id: string; readonly state: string }): boolean =>
    chosen === null ? state === 'confirmed' : chosen.has(id);
  const contents = await db.listSubmission.findMany({
    where: { id: { in: submissions.filter(isIn).map(({ id }) => id) } },
    select: { id: true, rows: true },
  });
  const rowsOf = new Map(contents.map(({ id, rows }) => [id, listRowsSchema.parse(rows)]));
  const last = await lastYears(db, campaign.year);
  const lists: Record<ListKind, DepartmentList[]> = { sharing: [], opening: [], scenarios: [] };
  const missing: Record<ListKind, string[]> = { sharing: [], opening: [], scenarios: [] };
  for (const submission of submissions) {
    const { id, departmentId, department, list, state, signedAt } = submission;
    const rows = rowsOf.get(id);
    if (!rows) {
      missing[list].push(department.name);
      continue;
    }
    const before = last(departmentId, list);
    lists[list].push({
      submissionId: id,
      departmentId,
      department: department.name,
      rows,
      diff: compareRows(list, before?.rows ?? [], rows),
      lastYear: before?.year ?? null,
      late: isLate({ state, signedAt, campaign }, now),
    });
  }
  return { year: campaign.year, dueOn: campaign.dueOn, edition: edition?.edition ?? null, lists, missing };
}

async function lastEdition(db: Db, campaignId: string) {
  const event = await db.listEvent.findFirst({
    where: { campaignId, submissionId: null, kind: 'published' },
    orderBy: { sequence: 'desc' },
    select: { payload: true },
  });
  return event === null ? null : publishedPayload.parse(event.payload);
}

export interface ListTotals {
  readonly departments: number;
  readonly lines: number;
  readonly unconditional: number;
  readonly conditional: number;
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly missing: number;
  readonly late: number;
}

export function totalsOf({ lists, missing }: Consolidation): Readonly<Record<ListKind, ListTotals>> {
  const of = (list: ListKind): ListTotals => {
    const all = lists[list];
    const sum = (count: (one: DepartmentList) => number): number => all.reduce((total, one) => total + count(one), 0);
    const typed = (type: ListRow['type']) => sum(({ rows }) => rows.filter((row) => row.type === type).length);
    return {
      departments: all.length,
      lines: sum(({ rows }) => rows.length),
      unconditional: typed('unconditional'),
      conditional: typed('conditional'),
      added: sum(({ diff }) => diff.added.length),
      changed: sum(({ diff }) => diff.changed.length),
      removed: sum(({ diff }) => diff.removed.length),
      missing: missing[list].length,
      late: all.filter(({ late }) => late).length,
    };
  };
  const [sharing, opening, scenarios] = listKinds.map(of);
  if (!sharing || !opening || !scenarios) throw new Error('a list is missing');
  return { sharing, opening, scenarios };
}
