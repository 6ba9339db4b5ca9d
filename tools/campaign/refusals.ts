/** What is said when a list or a campaign cannot move: message and remedy, in the order a refusal takes them. */
import type { CampaignState, ListKind } from '#prisma/generated/enums.ts';
import type { RefusalOptions } from '#tools/refusal.ts';
import type { Happening, Stage } from './lifecycle.ts';
import { campaignStageNames, happeningNames, listNames, stageNames } from './stage-names.ts';

type Words = readonly [message: string, options: RefusalOptions];

const who: Readonly<Record<'department' | 'lead' | 'bureau', string>> = {
  department: '请由该部门的数据专员或负责人办理。',
  lead: '请由该部门的负责人办理;通讯录里没有登记负责人的,请联系市数据资源局。',
  bureau: '请由市数据资源局的工作人员办理。',
};

const waysOn: Readonly<Partial<Record<Stage, string>>> = {
  draft: '请先提交签批。',
  prepared: '要修改可以直接改,改后重新提交签批;没有问题的请部门负责人签批。',
  signed: '已经报送市数据资源局;要修改请联系市数据资源局退回。',
  returned: '请按退回原因修改后重新提交签批。',
  confirmed: '已经确认,不用再办。',
};

export const refusals = {
  none: [
    '现在没有进行中的三张清单更新。',
    { remedy: '市数据资源局发起后会通知各部门。', article: '第二十五条第一款' },
  ] as Words,
  exists: (year: number, state: CampaignState): Words => [
    `${year} 年的三张清单更新已经发起(${campaignStageNames[state]})。`,
    { remedy: '要改截止日期请说“调整清单截止日期”;看进度请说“清单进度”。', article: '第二十五条第一款' },
  ],
  dueWrong: (year: number): Words => [
    `截止日期应在今天之后、${year} 年之内:清单每年都要更新。`,
    { remedy: `请换一个 ${year} 年内的日期。`, field: 'dueOn', article: '第二十五条第一款' },
  ],
  notPart: (department: string): Words => [
    `${department}不在这次三张清单更新里。`,
    { remedy: '新设立的部门请由市数据资源局说“把某部门纳入清单更新”。' },
  ],
  partAlready: (department: string): Words => [
    `${department}已经在这次三张清单更新里。`,
    { remedy: '可以说“清单进度”查看。' },
  ],
  notYours: (kind: Happening): Words => [
    `您现在的身份不能办理“${happeningNames[kind]}”。`,
    {
      remedy:
        who[
          kind === 'signed' || kind === 'sent_back'
            ? 'lead'
            : kind === 'edited' || kind === 'prepared'
              ? 'department'
              : 'bureau'
        ],
    },
  ],
  fourEyes: (kind: Happening): Words =>
    kind === 'signed'
      ? [
          '清单是您填报或修改的,不能再由您签批。',
          { remedy: '请由本部门的另一位负责人签批,或者由数据专员重新提交。', article: '第二十五条第一款' },
        ]
      : [
          '清单是您填报或签批的,不能再由您确认或退回。',
          { remedy: '请由市数据资源局的其他工作人员办理。', article: '第二十五条第二款' },
        ],
  published: ['这张清单已经公布,不能再退回。', { remedy: '请在下一年度的更新里调整。' }] as Words,
  stage: (kind: Happening, stage: Stage): Words => [
    `这张清单现在的状态是“${stageNames[stage]}”,不能“${happeningNames[kind]}”。`,
    { remedy: waysOn[stage] ?? '可以说“清单进度”查看。' },
  ],
  noneAt: (kind: Happening, department: string): Words => [
    `${department}没有可以“${happeningNames[kind]}”的清单。`,
    { remedy: '可以说“查看清单”看每张清单到了哪一步。' },
  ],
  movedOn: ['这张清单刚刚被别人办理过。', { remedy: '请查看最新状态后再决定。' }] as Words,
  incomplete: (list: ListKind, lines: readonly string[]): Words => [
    `${listNames[list]}还有 ${lines.length} 处缺项:${lines.slice(0, 3).join(';')}${lines.length > 3 ? '等' : ''}。`,
    { remedy: '请先补齐:可以说“修改清单里的某一行”,或者改好目录后说“重新预填清单”。', article: '第二十五条第一款' },
  ],
  noLastYear: (list: ListKind): Words => [
    `没有上一年度确认过的${listNames[list]},不能报“无变化”。`,
    { remedy: '请核对预填内容后直接提交签批。', article: '第二十五条第一款' },
  ],
  lineUnknown: ['清单里没有这一行。', { remedy: '请说行号或者名称;可以先说“查看清单”。', field: 'line' }] as Words,
  lineTaken: (name: string): Words => [
    `清单里已经有一行“${name}”。`,
    { remedy: '要改它请说“修改清单里的某一行”。', field: 'name' },
  ],
  nothingChanged: ['改后的内容和现在的一样,没有保存。', { remedy: '请说明要改哪一项、改成什么。' }] as Words,
  nothingRead: (reason: string): Words => [
    `没有读到可以导入的行:${reason}`,
    { remedy: '请先导出清单,在导出的表格里改好,连同表头一起粘贴。', field: 'rows' },
  ],
  nothingConfirmed: [
    '还没有一张确认过的清单,不能汇总。',
    { remedy: '请先确认部门报送的清单。', article: '第二十五条第二款' },
  ] as Words,
  notPublished: (year: number): Words => [
    `${year} 年的三张清单还没有公布。`,
    { remedy: '公布后会通知各部门;本部门的清单可以说“查看清单”。', article: '第二十五条第二款' },
  ],
  campaignStage: (doing: string, state: CampaignState): Words => [
    `这次更新现在的状态是“${campaignStageNames[state]}”,不能${doing}。`,
    { remedy: state === 'open' ? '请先汇总三张清单。' : '可以说“清单进度”查看。', article: '第二十五条第二款' },
  ],
} as const;
