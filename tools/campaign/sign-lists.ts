/** The department's lead signs its lists off, which hands them in to the bureau; never who worked on them (four eyes). */
import { z } from 'zod';
import { defineTool } from '#tools/tool.ts';
import { actOnLists, occasionOf } from './act-on-lists.ts';
import { tellPeople } from './list-people.ts';
import { departmentField, listsField, listWord } from './list-fields.ts';
import { stageAdvice } from './stage-advice.ts';
import { listResult, offers } from './list-result.ts';
import { statusRemarks } from './status-remarks.ts';
import { listNames } from './stage-names.ts';
import { isLate } from './submission-row.ts';

export const signLists = defineTool({
  name: 'sign-lists',
  title: '签批清单',
  purpose: '部门负责人签批本部门的清单,报送市数据资源局。',
  effect: 'writes',
  article: '第二十五条第一款',
  input: z.object({ lists: listsField('签批哪一张清单?也可以三张一起。'), departmentId: departmentField() }),
  output: listResult,
  permits: { lead: 'own' },
  says: [`签批|签字|签发|批准|审签 ${listWord}`, `${listWord} 签批|签发|签字报送`],
  touches: ({ departmentId }) => ({ departmentId }),
  advise: stageAdvice('signed'),
  summary: (wanted, context) => statusRemarks(wanted, 'signed', context),
  async run(wanted, context) {
    const { actor, now } = context;
    const done = await actOnLists(
      wanted,
      'signed',
      ({ submission }) => ({
        data: { signedById: actor.personId, signedAt: now },
        payload: { lines: submission.rows.length, preparedById: submission.preparedById },
      }),
      context,
    );
    const [first] = done;
    if (!first) throw new Error('nothing was signed');
    const { departmentId, department, campaign } = first;
    const names = done.map(({ list }) => listNames[list]).join('、');
    const late = done.some((row) => isLate(row, now));
    // Whoever of the bureau returned it waits for it; the others see it among what is to be confirmed.
    tellPeople(
      context,
      done.map(({ decidedById }) => decidedById),
      {
        key: `lists-signed:${occasionOf(done)}`,
        text: `${department.name}已按退回原因修改并重新报送 ${campaign.year} 年的${names}。`,
        offers: [offers.show(departmentId), offers.confirm(departmentId, 'all'), offers.giveBack(departmentId, 'all')],
      },
    );
    tellPeople(
      context,
      done.map(({ preparedById }) => preparedById),
      {
        key: `lists-signed:${occasionOf(done)}:officer`,
        text: `${actor.name}已签批${names},已报送市数据资源局。`,
        offers: [offers.show(departmentId)],
      },
    );
    return {
      text: `${names}已签批,已报送市数据资源局${late ? ';截止日期已过,记为超期报送' : ''}。`,
      offers: [offers.show(departmentId)],
    };
  },
});
