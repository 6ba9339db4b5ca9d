/** The campaign that counts: the newest one. What an earlier one never got stays missing there. */
import type { Prisma } from '#prisma/generated/client.ts';
import { Refusal } from '#tools/refusal.ts';
import type { Db } from '#tools/tool-context.ts';
import { refusals } from './refusals.ts';

export type CampaignRow = Prisma.ListCampaignGetPayload<object>;

export async function currentCampaign(db: Db): Promise<CampaignRow | null> {
  return await db.listCampaign.findFirst({ orderBy: { year: 'desc' } });
}

export async function requireCampaign(db: Db): Promise<CampaignRow> {
  const campaign = await currentCampaign(db);
  if (!campaign) throw new Refusal('CAMPAIGN_NONE', ...refusals.none);
  return campaign;
}
