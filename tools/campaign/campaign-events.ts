/** Lets something happen to the campaign as a whole: its stage, its event, its audit; one at a time. */
import type { Prisma } from '#prisma/generated/client.ts';
import { Refusal } from '#tools/refusal.ts';
import type { ToolContext } from '#tools/tool-context.ts';
import { rowsJson } from './advance-list.ts';
import type { CampaignRow } from './current-campaign.ts';
import { requireCampaign } from './current-campaign.ts';
import { type CampaignHappening, campaignLifecycle } from './lifecycle.ts';
import { refusals } from './refusals.ts';

const doing: Readonly<Record<CampaignHappening, string>> = {
  opened: '发起',
  due_moved: '调整截止日期',
  changed: '变动',
  consolidated: '汇总',
  published: '公布',
};

/** Whoever confirms, returns, consolidates or publishes waits here for the one before: what they then read stays so. */
export async function lockCampaign({ db }: Pick<ToolContext, 'db'>): Promise<CampaignRow> {
  const { id } = await requireCampaign(db);
  return await db.listCampaign.update({ where: { id }, data: { version: { increment: 1 } } });
}

export interface CampaignAct {
  readonly kind: CampaignHappening;
  readonly payload?: Readonly<Record<string, unknown>>;
  /** What the audit trail keeps of it, where that is less. */
  readonly audited?: Readonly<Record<string, unknown>>;
  readonly data?: Prisma.ListCampaignUncheckedUpdateInput;
  /** By rule and not by the actor. */
  readonly byRule?: boolean;
}

export async function advanceCampaign(
  campaign: CampaignRow,
  { kind, payload = {}, audited = payload, data = {}, byRule = false }: CampaignAct,
  { actor, acting, db, now, record }: ToolContext,
): Promise<CampaignRow> {
  const { moves, article } = campaignLifecycle[kind];
  const state = moves[campaign.state];
  if (state === undefined || state === 'unopened')
    throw new Refusal('CAMPAIGN_STAGE', ...refusals.campaignStage(doing[kind], campaign.state));
  const sequence = (await db.listEvent.count({ where: { campaignId: campaign.id, submissionId: null } })) + 1;
  await db.listEvent.create({
    data: {
      campaignId: campaign.id,
      sequence,
      kind,
      actorId: byRule ? null : actor.personId,
      departmentId: byRule ? null : (acting?.departmentId ?? null),
      at: now,
      article,
      payload: rowsJson(payload),
    },
  });
  record({
    subjectKind: 'list_campaign',
    subjectId: campaign.id,
    action: `list_campaign.${kind}`,
    article,
    before: { state: campaign.state },
    after: { state, ...audited },
  });
  return await db.listCampaign.update({ where: { id: campaign.id }, data: { ...data, state } });
}
