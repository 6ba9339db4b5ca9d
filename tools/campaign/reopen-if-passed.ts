/** A list that moves after the lists were consolidated or published makes another consolidation necessary. */
import type { ToolContext } from '#tools/tool-context.ts';
import { advanceCampaign } from './campaign-events.ts';
import type { CampaignRow } from './current-campaign.ts';
import type { SubmissionRow } from './submission-row.ts';

/** @param campaign as it was locked before the lists moved */
export async function reopenIfPassed(
  campaign: CampaignRow,
  moved: readonly SubmissionRow[],
  context: ToolContext,
): Promise<boolean> {
  if (campaign.state === 'open') return false;
  const payload = { from: campaign.state, submissionIds: moved.map(({ id }) => id) };
  await advanceCampaign(campaign, { kind: 'changed', payload, byRule: true }, context);
  return true;
}
