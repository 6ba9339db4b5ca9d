/** What the catalog tools say: refusals with their remedies, states, and what follows a step. */
import type { CatalogState } from '#prisma/generated/enums.ts';
import type { RefusalOptions } from '../refusal.ts';

type Words = readonly [message: string, options: RefusalOptions];

export const stateNames: Readonly<Record<CatalogState, string>> = {
  draft: '草稿',
  submitted: '已报送,等待市数据资源局核收',
  published: '已发布',
  returned: '已退回修改',
  superseded: '已被新版本替代',
  withdrawn: '已撤销',
};

export const refusals = {
  unknown: ['没有找到这条目录。', { remedy: '请核对名称,或者先查一下目录。', field: 'entryId' }] as Words,
  nameTaken: (name: string, state: CatalogState): Words => [
    `本部门已经有一条“${name}”(${stateNames[state]})。`,
    { remedy: '要改它,请说“修改目录”;确实是另一种数据,请换个能区分的名称。', field: 'name', article: '第十五条第二款' },
  ],
  conditionMissing: (field: 'sharingBasis' | 'openingBasis', withheld: boolean): Words => {
    const verb = field === 'sharingBasis' ? '共享' : '开放';
    return [
      withheld ? `不予${verb}要写明依据。` : `有条件${verb}要写明条件。`,
      {
        remedy: withheld ? '请写明依据的规定;没有依据的,改为有条件。' : '请写明条件;没有条件的,改为无条件。',
        field,
        article: field === 'sharingBasis' ? '第二十二条第一款' : '第二十四条第一款',
      },
    ];
  },
  nothingChanged: ['改后的内容和现在的一样,没有保存。', { remedy: '请说明要改哪一项、改成什么。' }] as Words,
  notInState: (state: CatalogState | null, doing: string): Words => [
    state === null ? `这条目录现在没有可以${doing}的版本。` : `这条目录的状态是“${stateNames[state]}”,不能${doing}。`,
    { remedy: '可以查看它的版本历史。' },
  ],
  ownFiling: ['不能核收自己报送的目录。', { remedy: '请由市数据资源局的其他工作人员核收。' }] as Words,
  liveRequests: (count: number): Words => [
    `还有 ${count} 件使用这条目录的申请没有办完,暂不能撤销。`,
    { remedy: '请先答复或办结这些申请。', article: '第二十二条第二款' },
  ],
  nothingAffected: (title: string): Words => [
    `本部门的目录里没有写明依据“${title}”的,也没有与它相关的。`,
    {
      remedy: '可以换一种写法再试;确有受影响的目录,请先在目录里补上法律依据。',
      field: 'title',
      article: '第十六条第三款',
    },
  ],
  taskUnknown: (number: number): Words => [
    `没有找到编号 ${number} 的目录更新任务。`,
    { remedy: '请核对编号,或者说“我有什么要办的”。', field: 'number' },
  ],
  taskClosed: (number: number): Words => [`目录更新任务 #${number} 已经办结。`, { remedy: '不用再办。' }],
  entriesLeft: (names: readonly string[]): Words => [
    `还有 ${names.length} 条目录没有更新:${names.slice(0, 5).join('、')}${names.length > 5 ? '等' : ''}。`,
    {
      remedy: '请先修改它们;核对后确实不受影响的,请把“其余目录不受影响”填“是”。',
      field: 'restUnaffected',
      article: '第十六条第三款',
    },
  ],
} as const;
