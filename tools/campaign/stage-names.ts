/** What the lists, their stages and what happens to them are called. */
import type { CampaignState, ListKind } from '#prisma/generated/enums.ts';
import type { Happening, Stage } from './lifecycle.ts';

export const listKinds = ['sharing', 'opening', 'scenarios'] as const satisfies readonly ListKind[];

export const listNames: Readonly<Record<ListKind, string>> = {
  sharing: '共享清单',
  opening: '开放清单',
  scenarios: '应用场景清单',
};

export const stageNames: Readonly<Record<Stage, string>> = {
  unopened: '未发起',
  draft: '填报中',
  prepared: '待部门负责人签批',
  signed: '待市数据资源局确认',
  returned: '被退回修改',
  confirmed: '已确认',
};

export const happeningNames: Readonly<Record<Happening, string>> = {
  opened: '发起',
  edited: '修改清单',
  prepared: '提交签批',
  sent_back: '退回本部门修改',
  signed: '签批报送',
  returned: '退回清单',
  confirmed: '确认清单',
};

export const campaignStageNames: Readonly<Record<CampaignState, string>> = {
  open: '正在更新',
  consolidated: '已汇总,待公布',
  published: '已公布',
};
