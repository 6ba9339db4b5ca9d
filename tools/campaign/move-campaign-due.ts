/** The bureau moves the due date of the lists, with its reason. */
import { z } from 'zod';
import { changshaDay } from '#tools/deadlines/changsha-day.ts';
import { yearOf } from '#tools/deadlines/iso-date.ts';
import { printDay } from '#tools/deadlines/print-day.ts';
import { Refusal } from '#tools/refusal.ts';
import { defineTool } from '#tools/tool.ts';
import { advanceCampaign, lockCampaign } from './campaign-events.ts';
import { campaignAdvice } from './campaign-advice.ts';
import { dueField } from './due-field.ts';
import { reasonField, listWord } from './list-fields.ts';
import { contactsOf, tellPeople } from './list-people.ts';
import { listResult, offers } from './list-result.ts';
import { missingLists } from './missing-lists.ts';
import { refusals } from './refusals.ts';

export const moveCampaignDue = defineTool({
  name: 'move-list-due',
  title: '调整清单截止日期',
  purpose: '市数据资源局调整三张清单更新的截止日期,并告诉还没有报送的部门。',
  effect: 'writes',
  article: '第二十五条第一款',
  input: z.object({
    dueOn: dueField('新的截止日期是哪天?'),
    reason: reasonField('为什么调整?', '调整原因'),
  }),
  output: listResult,
  permits: { bureau: 'any' },
  says: [
    `调整|修改|推迟|延长|延后|提前|变更 ${listWord} 截止|期限|日期|时间`,
    `${listWord} 截止日期|期限|截止时间 改到|改为|推迟|延长|延后|提前`,
  ],
  touches: () => null,
  advise: campaignAdvice('due_moved'),
  async run({ dueOn, reason }, context) {
    const { db, now } = context;
    const campaign = await lockCampaign(context);
    if (dueOn <= changshaDay(now) || yearOf(dueOn) !== campaign.year)
      throw new Refusal('DUE_OUTSIDE_YEAR', ...refusals.dueWrong(campaign.year));
    if (dueOn === campaign.dueOn) throw new Refusal('NOTHING_CHANGED', ...refusals.nothingChanged);
    const from = campaign.dueOn;
    const moved = await advanceCampaign(
      campaign,
      { kind: 'due_moved', payload: { from, to: dueOn, reason }, data: { dueOn } },
      context,
    );
    const missing = await missingLists(db, { now, campaignId: campaign.id });
    const contacts = await contactsOf(db, [...new Set(missing.map(({ departmentId }) => departmentId))], now);
    for (const [departmentId, personId] of contacts)
      tellPeople(context, [personId], {
        key: `list-campaign:${campaign.id}:due:${moved.version}`,
        text: `${campaign.year} 年三张清单的截止日期由${printDay(from)}改为${printDay(dueOn)}。原因:${reason}`,
        offers: [offers.show(departmentId)],
      });
    return {
      text: `截止日期已由${printDay(from)}改为${printDay(dueOn)},已通知 ${contacts.size} 个还没有报送的部门。`,
      offers: [offers.progress()],
    };
  },
});
