/** The bureau brings a department into a campaign that is under way: one that was set up, or taken into the roster, later. */
import { z } from 'zod';
import { Refusal } from '#tools/refusal.ts';
import { printDay } from '#tools/deadlines/print-day.ts';
import { defineTool } from '#tools/tool.ts';
import { advanceCampaign, lockCampaign } from './campaign-events.ts';
import { contactsOf, tellPeople } from './list-people.ts';
import { departmentField } from './list-fields.ts';
import { listResult, offers } from './list-result.ts';
import { openLists } from './open-lists.ts';
import { refusals } from './refusals.ts';

export const includeDepartment = defineTool({
  name: 'include-in-campaign',
  title: '把部门纳入清单更新',
  purpose: '把后来设立或登记的部门纳入正在进行的三张清单更新。',
  effect: 'writes',
  article: '第二十五条第一款',
  input: z.object({ departmentId: departmentField('把哪个部门纳入清单更新?') }),
  output: listResult,
  permits: { bureau: 'any' },
  says: ['纳入|加入|补充进|增加到 清单更新|清单的更新'],
  touches: () => null,
  async run({ departmentId }, context) {
    const { db, now } = context;
    let campaign = await lockCampaign(context);
    const { name } = await db.department.findUniqueOrThrow({ where: { id: departmentId } });
    if ((await db.listSubmission.count({ where: { campaignId: campaign.id, departmentId } })) > 0)
      throw new Refusal('LIST_THERE', ...refusals.partAlready(name));
    if (campaign.state !== 'open')
      campaign = await advanceCampaign(campaign, { kind: 'changed', payload: { departmentId } }, context);
    await openLists(campaign, [departmentId], context);
    const contacts = await contactsOf(db, [departmentId], now);
    tellPeople(context, contacts.values(), {
      key: `list-campaign:${campaign.id}:opened`,
      text: `请在${printDay(campaign.dueOn)}前报送 ${campaign.year} 年的三张清单(第二十五条第一款),清单已经预填好。`,
      offers: [offers.show(departmentId), offers.submit(departmentId, 'all', '按预填提交签批')],
    });
    return {
      text: `${name}已纳入 ${campaign.year} 年三张清单更新。`,
      offers: [offers.show(departmentId), offers.progress()],
    };
  },
});
