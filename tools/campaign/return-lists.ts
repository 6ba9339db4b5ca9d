/** The bureau returns lists to a department with its reasons. */
import { z } from 'zod';
import { defineTool } from '#tools/tool.ts';
import { actOnLists, occasionOf } from './act-on-lists.ts';
import { lockCampaign } from './campaign-events.ts';
import { peopleOf, tellPeople } from './list-people.ts';
import { departmentField, listsField, reasonField, listWord } from './list-fields.ts';
import { stageAdvice } from './stage-advice.ts';
import { listResult, offers } from './list-result.ts';
import { reopenIfPassed } from './reopen-if-passed.ts';
import { statusRemarks } from './status-remarks.ts';
import { listNames } from './stage-names.ts';

export const returnLists = defineTool({
  name: 'return-lists',
  title: '退回部门清单',
  purpose: '市数据资源局把部门报送的清单退回修改,并说明原因。',
  effect: 'writes',
  article: '第二十五条第二款',
  input: z.object({
    departmentId: departmentField(),
    lists: listsField('退回哪一张清单?也可以三张一起。'),
    reason: reasonField('为什么退回?请写明要改什么。'),
  }),
  output: listResult,
  permits: { bureau: 'any' },
  says: [`退回|打回|驳回|不通过 ${listWord}`],
  touches: ({ departmentId }) => ({ departmentId }),
  advise: stageAdvice('returned'),
  summary: ({ departmentId, lists }, context) => statusRemarks({ departmentId, lists }, 'returned', context),
  async run({ reason, ...wanted }, context) {
    const { actor, db, now } = context;
    const campaign = await lockCampaign(context);
    const done = await actOnLists(
      wanted,
      'returned',
      () => ({
        data: { decidedById: actor.personId, decidedAt: now, returnReason: reason },
        payload: { reason },
      }),
      context,
    );
    const [first] = done;
    if (!first) throw new Error('nothing was returned');
    await reopenIfPassed(campaign, done, context);
    const { departmentId, department } = first;
    const names = done.map(({ list }) => listNames[list]).join('、');
    tellPeople(context, await peopleOf(db, departmentId, ['officer', 'lead', 'bureau'], now), {
      key: `lists-returned:${occasionOf(done)}`,
      text: `市数据资源局退回了${department.name} ${campaign.year} 年的${names}。原因:${reason}`,
      offers: [offers.show(departmentId), offers.submit(departmentId, 'all', '改好后提交签批')],
    });
    return {
      text: `${department.name}的${names}已退回,原因已经告知。`,
      offers: [{ ...offers.progress('下一个待确认的'), fields: { what: 'to_confirm' } }, offers.progress()],
    };
  },
});
