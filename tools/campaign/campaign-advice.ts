/** Stops a form about the campaign as a whole at once where it could come to nothing. */
import { Refusal } from '#tools/refusal.ts';
import type { LookContext } from '#tools/tool-context.ts';
import type { Advice } from '#tools/tool.ts';
import { currentCampaign } from './current-campaign.ts';
import { type CampaignHappening, campaignLifecycle } from './lifecycle.ts';
import { refusals } from './refusals.ts';

const doing: Readonly<Partial<Record<CampaignHappening, string>>> = {
  due_moved: '调整截止日期',
  consolidated: '汇总',
  published: '公布',
};

export function campaignAdvice(kind: CampaignHappening) {
  return async (_: unknown, { db }: LookContext): Promise<readonly Advice[]> => {
    const campaign = await currentCampaign(db);
    const may = campaign !== null && campaignLifecycle[kind].moves[campaign.state] !== undefined;
    const where = { campaignId: campaign?.id ?? '', state: 'confirmed' } as const;
    const empty = may && kind === 'consolidated' && (await db.listSubmission.count({ where })) === 0;
    if (may && !empty) return [];
    const refusal = empty
      ? new Refusal('NOTHING_CONFIRMED', ...refusals.nothingConfirmed)
      : campaign
        ? new Refusal('CAMPAIGN_STAGE', ...refusals.campaignStage(doing[kind] ?? '办理', campaign.state))
        : new Refusal('CAMPAIGN_NONE', ...refusals.none);
    const { message, remedy, article } = refusal;
    return [
      { id: `campaign-${kind}`, text: `${message}${remedy}`, blocks: true, ...(article !== null && { article }) },
    ];
  };
}
