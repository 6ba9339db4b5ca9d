/** The bureau puts the confirmed lists of all departments together (Art. 25). */
import { z } from 'zod';
import { Refusal } from '#tools/refusal.ts';
import { defineTool } from '#tools/tool.ts';
import { advanceCampaign, lockCampaign } from './campaign-events.ts';
import { consolidate, totalsOf } from './consolidation.ts';
import { currentCampaign } from './current-campaign.ts';
import { listWord } from './list-fields.ts';
import { listResult } from './list-result.ts';
import { refusals } from './refusals.ts';
import { publicationRemarks } from './publication-remarks.ts';
import { campaignAdvice } from './campaign-advice.ts';

export const consolidateLists = defineTool({
  name: 'consolidate-lists',
  title: '汇总三张清单',
  purpose: '市数据资源局把确认过的部门清单汇总成全市三张清单。',
  effect: 'writes',
  article: '第二十五条第二款',
  input: z.object({}),
  output: listResult,
  permits: { bureau: 'any' },
  says: [`汇总 ${listWord}`, `${listWord} 汇总`],
  touches: () => null,
  advise: campaignAdvice('consolidated'),
  async summary(_, { db, now }) {
    const campaign = await currentCampaign(db);
    return campaign ? publicationRemarks(await consolidate(db, campaign, now, { published: false })) : [];
  },
  async run(_, context) {
    const { db, now } = context;
    const campaign = await lockCampaign(context);
    const consolidation = await consolidate(db, campaign, now, { published: false });
    const totals = totalsOf(consolidation);
    if (Object.values(totals).every(({ departments }) => departments === 0))
      throw new Refusal('NOTHING_CONFIRMED', ...refusals.nothingConfirmed);
    await advanceCampaign(campaign, { kind: 'consolidated', payload: { totals } }, context);
    return {
      text: [
        `${campaign.year} 年三张清单已经汇总:`,
        ...publicationRemarks(consolidation),
        '核对公布材料后可以公布。',
      ].join('\n'),
      offers: [
        { title: '公布材料', tool: 'export-publication', fields: {} },
        { title: '公布三张清单', tool: 'publish-lists', fields: {} },
      ],
    };
  },
});
