/** What departments still owe of the three lists, with the day the campaign was opened. */
import { missingLists } from '#tools/campaign/missing-lists.ts';
import type { Db } from '#tools/tool-context.ts';
import type { CampaignListFact } from './facts.ts';
import type { Ids } from './load-facts.ts';

/** @param ids `<campaign>/<department>`; the rows are held when they are given */
export async function campaignLists(db: Db, now: Date, ids: Ids): Promise<readonly CampaignListFact[]> {
  const departmentIds = ids?.flatMap((id) => id.split('/')[1] ?? []);
  if (departmentIds !== undefined)
    await db.$queryRawUnsafe(`SELECT 1 FROM "ListSubmission" WHERE "departmentId" = ANY($1) FOR SHARE`, departmentIds);
  const missing = await missingLists(db, { now, ...(departmentIds !== undefined && { departmentIds }) });
  const [first] = missing;
  if (!first) return [];
  const { openedAt } = await db.listCampaign.findUniqueOrThrow({
    where: { id: first.campaignId },
    select: { openedAt: true },
  });
  return missing.map((list) => ({ ...list, openedAt }));
}
