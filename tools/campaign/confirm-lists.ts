/** The bureau confirms lists that a department handed in (Art. 25). */
import { z } from 'zod';
import { defineTool } from '#tools/tool.ts';
import { actOnLists, occasionOf } from './act-on-lists.ts';
import { lockCampaign } from './campaign-events.ts';
import { tellPeople } from './list-people.ts';
import { departmentField, listsField, listWord } from './list-fields.ts';
import { stageAdvice } from './stage-advice.ts';
import { listResult, offers } from './list-result.ts';
import { reopenIfPassed } from './reopen-if-passed.ts';
import { statusRemarks } from './status-remarks.ts';
import { listNames } from './stage-names.ts';
import { isLate } from './submission-row.ts';

export const confirmLists = defineTool({
  name: 'confirm-lists',
  title: '确认部门清单',
  purpose: '市数据资源局确认部门报送的清单。',
  effect: 'writes',
  article: '第二十五条第二款',
  input: z.object({ departmentId: departmentField(), lists: listsField('确认哪一张清单?也可以三张一起。') }),
  output: listResult,
  permits: { bureau: 'any' },
  says: [`确认|核收|通过|审核通过 ${listWord}`],
  touches: ({ departmentId }) => ({ departmentId }),
  advise: stageAdvice('confirmed'),
  summary: (wanted, context) => statusRemarks(wanted, 'confirmed', context),
  async run(wanted, context) {
    const { actor, now } = context;
    const campaign = await lockCampaign(context);
    const done = await actOnLists(
      wanted,
      'confirmed',
      ({ submission, late }) => ({
        data: { decidedById: actor.personId, decidedAt: now, returnReason: null },
        payload: { lines: submission.rows.length, late },
      }),
      context,
    );
    const [first] = done;
    if (!first) throw new Error('nothing was confirmed');
    const reopened = await reopenIfPassed(campaign, done, context);
    const { departmentId, department } = first;
    const names = done.map(({ list }) => listNames[list]).join('、');
    tellPeople(
      context,
      done.flatMap(({ preparedById, signedById }) => [preparedById, signedById]),
      {
        key: `lists-confirmed:${occasionOf(done)}`,
        text: `市数据资源局已确认${department.name} ${campaign.year} 年的${names}。`,
        offers: [offers.show(departmentId)],
      },
    );
    return {
      text: [
        `${department.name}的${names}已确认${done.some((row) => isLate(row, now)) ? '(超期报送)' : ''}。`,
        ...(reopened ? ['清单有了变动,需要重新汇总后再公布。'] : []),
      ].join('\n'),
      offers: [{ ...offers.progress('下一个待确认的'), fields: { what: 'to_confirm' } }, offers.progress()],
    };
  },
});
