/** The department's lead sends its lists back to the officers instead of signing them off. */
import { z } from 'zod';
import { defineTool } from '#tools/tool.ts';
import { actOnLists, occasionOf } from './act-on-lists.ts';
import { peopleOf, tellPeople } from './list-people.ts';
import { departmentField, listsField, reasonField, listWord } from './list-fields.ts';
import { stageAdvice } from './stage-advice.ts';
import { listResult, offers } from './list-result.ts';
import { listNames } from './stage-names.ts';

export const sendBackLists = defineTool({
  name: 'send-back-lists',
  title: '退回本部门清单',
  purpose: '部门负责人不签批,把清单退给本部门数据专员修改。',
  effect: 'writes',
  article: '第二十五条第一款',
  input: z.object({
    lists: listsField('退回哪一张清单?也可以三张一起。'),
    departmentId: departmentField(),
    reason: reasonField('为什么退回?要改什么?'),
  }),
  output: listResult,
  permits: { lead: 'own' },
  says: [`退回|打回|不签 本部门|我们|专员 ${listWord}`, `${listWord} 不签批|不签|退给专员|退回专员`],
  touches: ({ departmentId }) => ({ departmentId }),
  advise: stageAdvice('sent_back'),
  async run({ reason, ...wanted }, context) {
    const { actor, db, now } = context;
    const done = await actOnLists(wanted, 'sent_back', () => ({ payload: { reason } }), context);
    const [first] = done;
    if (!first) throw new Error('nothing was sent back');
    const { departmentId } = first;
    const names = done.map(({ list }) => listNames[list]).join('、');
    tellPeople(
      context,
      [...done.map((row) => row.preparedById), ...(await peopleOf(db, departmentId, ['officer', 'bureau'], now))],
      {
        key: `lists-sent-back:${occasionOf(done)}`,
        text: `${actor.name}把${names}退回修改。原因:${reason}`,
        offers: [offers.show(departmentId), offers.submit(departmentId, 'all', '改好后提交签批')],
      },
    );
    return { text: `${names}已退回本部门数据专员修改,原因已经告知。`, offers: [offers.show(departmentId)] };
  },
});
