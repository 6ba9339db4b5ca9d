/** Gives departments their lists of a campaign, pre-filled from last year's, the catalogs and the requests. */
import { bulkInsert, type BulkRows } from '#prisma/bulk-insert.ts';
import { timeOrderedId } from '#tools/catalogs/time-ordered-id.ts';
import type { ToolContext } from '#tools/tool-context.ts';
import { doerOf, rowsJson } from './advance-list.ts';
import { compareRows } from './compare-rows.ts';
import type { CampaignRow } from './current-campaign.ts';
import { lastYears } from './last-year.ts';
import { listLifecycle } from './lifecycle.ts';
import { scenarioDay } from './list-view.ts';
import { live } from './live.ts';
import { mergeRows } from './merge-rows.ts';
import { proposedRows } from './proposed-rows.ts';
import { listKinds } from './stage-names.ts';

export async function openLists(
  campaign: CampaignRow,
  departmentIds: readonly string[],
  context: ToolContext,
): Promise<number> {
  const { db, now, record } = context;
  const doer = doerOf(context);
  const last = await lastYears(db, campaign.year, departmentIds);
  const proposals = await proposedRows(db, { on: scenarioDay(now), departmentIds });
  const submissions: BulkRows['ListSubmission'][] = [];
  const events: BulkRows['ListEvent'][] = [];
  for (const departmentId of departmentIds) {
    for (const list of listKinds) {
      live({ stage: 'unopened', departmentId, published: false, events: [] }, 'opened', doer);
      const before = last(departmentId, list)?.rows ?? [];
      const rows = mergeRows(before, proposals(departmentId)[list]);
      const { added, removed, changed } = compareRows(list, before, rows);
      const id = timeOrderedId(now);
      submissions.push({
        id,
        campaignId: campaign.id,
        departmentId,
        list,
        rows: rowsJson(rows),
        updatedAt: now,
      });
      events.push({
        id: timeOrderedId(now),
        campaignId: campaign.id,
        submissionId: id,
        sequence: 1,
        kind: 'opened',
        actorId: doer.actorId,
        departmentId: doer.departmentId,
        at: now,
        article: listLifecycle.opened.article,
        payload: { lines: rows.length, added: added.length, removed: removed.length, changed: changed.length },
      });
    }
  }
  await bulkInsert(db, 'ListSubmission', submissions);
  await bulkInsert(db, 'ListEvent', events);
  record({
    subjectKind: 'list_campaign',
    subjectId: campaign.id,
    action: 'list_campaign.lists_opened',
    article: listLifecycle.opened.article,
    after: { departments: departmentIds.length, lists: submissions.length },
  });
  return submissions.length;
}
