/** The bureau publishes the city's three lists to the departments; what comes in late brings another edition (Art. 25). */
import { z } from 'zod';
import { defineTool } from '#tools/tool.ts';
import { campaignAdvice } from './campaign-advice.ts';
import { advanceCampaign, lockCampaign } from './campaign-events.ts';
import { consolidate, totalsOf } from './consolidation.ts';
import { currentCampaign } from './current-campaign.ts';
import { contactsOf, tellPeople } from './list-people.ts';
import { listWord } from './list-fields.ts';
import { listResult } from './list-result.ts';
import { publicationRemarks } from './publication-remarks.ts';
import { listKinds } from './stage-names.ts';

export const publishLists = defineTool({
  name: 'publish-lists',
  title: '公布三张清单',
  purpose: '市数据资源局向各部门公布全市共享、开放、应用场景三张清单。',
  effect: 'writes',
  article: '第二十五条第二款',
  input: z.object({}),
  output: listResult.extend({ edition: z.number().int() }),
  permits: { bureau: 'any' },
  says: ['公布|发布 三张清单|全市清单|3张清单', `${listWord} 公布|发布`],
  touches: () => null,
  advise: campaignAdvice('published'),
  async summary(_, { db, now }) {
    const campaign = await currentCampaign(db);
    if (!campaign) return [];
    return [
      ...publicationRemarks(await consolidate(db, campaign, now, { published: false })),
      '公布后列入的清单不能再退回;之后补报的部门会形成新的一版。',
    ];
  },
  async run(_, context) {
    const { db, now } = context;
    const campaign = await lockCampaign(context);
    const consolidation = await consolidate(db, campaign, now, { published: false });
    const submissionIds = listKinds.flatMap((list) => consolidation.lists[list].map((one) => one.submissionId));
    const edition = campaign.edition + 1;
    const totals = totalsOf(consolidation);
    await advanceCampaign(
      campaign,
      {
        kind: 'published',
        payload: { edition, totals, submissionIds },
        audited: { edition, totals },
        data: { edition, publishedAt: now },
      },
      context,
    );
    const parts = await db.listSubmission.findMany({
      where: { campaignId: campaign.id, department: { dissolvedOn: null } },
      distinct: ['departmentId'],
      select: { departmentId: true },
    });
    const contacts = await contactsOf(
      db,
      parts.map(({ departmentId }) => departmentId),
      now,
    );
    tellPeople(context, contacts.values(), {
      key: `list-campaign:${campaign.id}:published:${edition}`,
      text: [
        `${campaign.year} 年全市三张清单已经公布${edition > 1 ? `(第 ${edition} 版)` : ''}:`,
        ...publicationRemarks(consolidation).filter((line) => !line.startsWith('-')),
      ].join('\n'),
      offers: [{ title: '查看公布材料', tool: 'export-publication', fields: {} }],
    });
    return {
      edition,
      text: [
        `${campaign.year} 年全市三张清单已经公布${edition > 1 ? `(第 ${edition} 版)` : ''},已通知 ${contacts.size} 个部门的联系人。`,
        ...publicationRemarks(consolidation),
      ].join('\n'),
      offers: [{ title: '公布材料', tool: 'export-publication', fields: {} }],
    };
  },
});
